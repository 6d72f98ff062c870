"""What an installation is told by environment variables; an unsafe production setting is refused at start."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import unquote, urlsplit

from minhbach.config.mail_environment import MailSettings, UnsafeMailSetting, read_mail_settings
from minhbach.config.portal_environment import ServicePortal, UnsafePortalSetting, read_service_portal
from minhbach.config.settings_file import UnsafeSetting, with_settings_file

__all__ = ["Environment", "UnsafeSetting", "database_settings", "read_environment", "with_settings_file"]

LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})
MODES = ("production", "training", "demonstration", "test")
SERVED = ("production", "training")
"""Modes in which real people log in from elsewhere: as guarded as production."""


@dataclass(frozen=True, slots=True)
class IdentityProvider:
    """An OpenID Connect provider that officers may log in by, such as VNeID. `subject` names the claim that counts."""

    id: str
    name: str
    server: str
    client_id: str
    client_secret: str
    subject: str

    @property
    def origin(self) -> str:
        """Return scheme, host and port: where a log-in form may lead."""
        parts = urlsplit(self.server)
        return f"{parts.scheme}://{parts.netloc}"


@dataclass(frozen=True, slots=True)
class Environment:
    """The settings of an installation. `docs/settings.md` describes each variable."""

    mode: str
    secret_key: str
    hosts: tuple[str, ...]
    listen: str
    port: int
    data: Path
    database_url: str
    behind_https: bool
    backup_key: str | None
    proxies: int = 0
    identity_provider: IdentityProvider | None = None
    mail: MailSettings = field(default_factory=MailSettings)
    service_portal: ServicePortal | None = None

    @property
    def is_demonstration(self) -> bool:
        """True where two-factor is off and the officers are listed on the log-in page."""
        return self.mode == "demonstration"

    @property
    def is_training(self) -> bool:
        """True where people learn with data that count nowhere, and from where nothing goes out."""
        return self.mode == "training"


def read_environment(variables: Mapping[str, str], *, project: Path) -> Environment:
    """Return the settings that the variables give.

    :raises UnsafeSetting: if production lacks a secret or hosts, if a demonstration would listen beyond loopback, or if
        mail would travel unencrypted.
    """
    mode = variables.get("MINHBACH_MODE", "production")
    if mode not in MODES:
        raise UnsafeSetting(f"MINHBACH_MODE phải là một trong: {', '.join(MODES)}.")
    data = Path(variables.get("MINHBACH_DATA", project / "data")).expanduser().resolve()
    listen = variables.get("MINHBACH_LISTEN", "127.0.0.1")
    hosts = tuple(h.strip() for h in variables.get("MINHBACH_HOSTS", "").split(",") if h.strip())
    secret = variables.get("MINHBACH_SECRET_KEY", "")
    if mode in SERVED:
        _refuse_unsafe_production(secret, hosts)
    elif listen not in LOOPBACK or any(host not in LOOPBACK for host in hosts):
        raise UnsafeSetting(
            "Chế độ trình diễn chỉ chạy trên chính máy này (127.0.0.1). Bỏ MINHBACH_LISTEN, MINHBACH_HOSTS."
        )
    return Environment(
        mode=mode,
        secret_key=secret or "only-for-demonstration-and-tests-never-in-production",
        hosts=hosts or tuple(sorted(LOOPBACK)),
        listen=listen,
        port=int(variables.get("MINHBACH_PORT", "8000")),
        data=data,
        database_url=variables.get("DATABASE_URL", f"sqlite:///{data / 'minhbach.sqlite3'}"),
        behind_https=variables.get("MINHBACH_HTTPS", "1" if mode in SERVED else "0") == "1",
        backup_key=variables.get("MINHBACH_BACKUP_KEY") or None,
        proxies=int(variables.get("MINHBACH_PROXIES", "0")),
        identity_provider=_read_identity_provider(variables),
        mail=_read_mail(variables, mode),
        service_portal=_read_service_portal(variables, mode),
    )


def _read_service_portal(variables: Mapping[str, str], mode: str) -> ServicePortal | None:
    try:
        return read_service_portal(variables, is_production=mode == "production")
    except UnsafePortalSetting as error:
        raise UnsafeSetting(str(error)) from error


def _read_mail(variables: Mapping[str, str], mode: str) -> MailSettings:
    try:
        return read_mail_settings(variables, is_production=mode == "production")
    except UnsafeMailSetting as error:
        raise UnsafeSetting(str(error)) from error


def _read_identity_provider(variables: Mapping[str, str]) -> IdentityProvider | None:
    server = variables.get("MINHBACH_OIDC_SERVER", "")
    if not server:
        return None
    parts = urlsplit(server)
    if parts.scheme != "https" and parts.hostname not in LOOPBACK:
        raise UnsafeSetting("MINHBACH_OIDC_SERVER phải bắt đầu bằng https://.")
    client_id = variables.get("MINHBACH_OIDC_CLIENT_ID", "")
    client_secret = variables.get("MINHBACH_OIDC_CLIENT_SECRET", "")
    if not client_id or not client_secret:
        raise UnsafeSetting("MINHBACH_OIDC_SERVER cần cả MINHBACH_OIDC_CLIENT_ID và MINHBACH_OIDC_CLIENT_SECRET.")
    return IdentityProvider(
        id=variables.get("MINHBACH_OIDC_ID", "vneid"),
        name=variables.get("MINHBACH_OIDC_NAME", "VNeID"),
        server=server,
        client_id=client_id,
        client_secret=client_secret,
        subject=variables.get("MINHBACH_OIDC_SUBJECT", "sub"),
    )


def _refuse_unsafe_production(secret: str, hosts: tuple[str, ...]) -> None:
    if len(secret) < 50:
        raise UnsafeSetting(
            "MINHBACH_SECRET_KEY phải có ít nhất 50 ký tự ngẫu nhiên; xem docs/settings.md. Muốn xem thử: make run."
        )
    if not hosts or "*" in hosts:
        raise UnsafeSetting("MINHBACH_HOSTS phải kể tên miền của cơ quan, ví dụ: minhbach.vidu.vn.")


def database_settings(url: str) -> dict[str, object]:
    """Return Django's settings for a database address: `sqlite:///PATH` or `postgresql://USER:PASSWORD@HOST:PORT/NAME`."""
    parts = urlsplit(url)
    if parts.scheme == "sqlite":
        return {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": url.removeprefix("sqlite:///"),
            "CONN_MAX_AGE": None,
            "OPTIONS": {
                "transaction_mode": "IMMEDIATE",
                "timeout": 20,
                # A receipt is a promise: FULL makes every commit reach the disk before it is answered.
                "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA mmap_size=134217728;",
            },
        }
    if parts.scheme in ("postgresql", "postgres"):
        return {
            "ENGINE": "django.db.backends.postgresql",
            "NAME": parts.path.lstrip("/"),
            "USER": unquote(parts.username or ""),
            "PASSWORD": unquote(parts.password or ""),
            "HOST": parts.hostname or "",
            "PORT": str(parts.port or ""),
            "CONN_MAX_AGE": None,
            "CONN_HEALTH_CHECKS": True,
        }
    raise UnsafeSetting("DATABASE_URL phải bắt đầu bằng sqlite:/// hoặc postgresql://.")
