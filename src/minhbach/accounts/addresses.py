"""From which address a request comes, as the proxies in front say: lock-out and limits count by it."""

from ipaddress import ip_address

from django.conf import settings
from django.http import HttpRequest

UNKNOWN = "0.0.0.0"  # noqa: S104 (an address to count under, not one to listen on)


def client_address(request: HttpRequest) -> str:
    """Return the address that the outermost trusted proxy saw.

    Every proxy appends to X-Forwarded-For, and whoever asks may have sent anything before: only as many entries
    from the right as there are trusted proxies (`MINHBACH_PROXIES`) are believed.
    """
    peer = _valid(request.META.get("REMOTE_ADDR", ""))
    proxies = settings.TRUSTED_PROXIES
    forwarded = [part.strip() for part in request.META.get("HTTP_X_FORWARDED_FOR", "").split(",") if part.strip()]
    if not proxies or not forwarded:
        return peer
    return _valid(forwarded[-min(proxies, len(forwarded))])


def _valid(text: str) -> str:
    try:
        return str(ip_address(text))
    except ValueError:
        return UNKNOWN
