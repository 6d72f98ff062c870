"""What the environment says of the National Public Service Portal: a shared key, and where news goes."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import urlsplit

SHORTEST_KEY = 32
LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})


class UnsafePortalSetting(Exception):
    """A setting of the portal that is wrong or would put people's data at risk; the message names the variable."""


@dataclass(frozen=True, slots=True)
class ServicePortal:
    """The key that both sides sign with, and where news is posted; no address: nothing goes back."""

    key: str = field(repr=False)
    url: str = ""


def read_service_portal(variables: Mapping[str, str], *, is_production: bool) -> ServicePortal | None:
    """Return what `MINHBACH_SERVICE_PORTAL_KEY` and `MINHBACH_SERVICE_PORTAL_URL` say; None: not connected.

    :raises UnsafePortalSetting: if the key is short or lacks, or news would travel unencrypted.
    """
    key, url = variables.get("MINHBACH_SERVICE_PORTAL_KEY", ""), variables.get("MINHBACH_SERVICE_PORTAL_URL", "")
    if not key and not url:
        return None
    if len(key) < SHORTEST_KEY:
        raise UnsafePortalSetting(f"MINHBACH_SERVICE_PORTAL_KEY phải có ít nhất {SHORTEST_KEY} ký tự ngẫu nhiên.")
    if url:
        _refuse_unsafe(url, is_production=is_production)
    return ServicePortal(key, url)


def _refuse_unsafe(url: str, *, is_production: bool) -> None:
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise UnsafePortalSetting("MINHBACH_SERVICE_PORTAL_URL phải có dạng https://MÁY-CHỦ/ĐƯỜNG-DẪN.")
    if parts.hostname in LOOPBACK:
        return
    if not is_production:
        raise UnsafePortalSetting("Chế độ trình diễn không gửi tin thật. Bỏ MINHBACH_SERVICE_PORTAL_URL.")
    if parts.scheme != "https":
        raise UnsafePortalSetting("MINHBACH_SERVICE_PORTAL_URL phải bắt đầu bằng https://.")
