"""Signs what goes between the portal and this installation, and tells whether what comes is the portal's and new."""

import hashlib
import hmac
import re
from collections.abc import Mapping
from dataclasses import dataclass

TIME, NONCE, SIGNATURE = "X-MinhBach-Time", "X-MinhBach-Nonce", "X-MinhBach-Signature"
WITHIN = 300
"""Seconds that the two clocks may differ, and that a message may take."""
_NONCE = re.compile(r"[A-Za-z0-9_-]{16,64}")


class NotThePortals(Exception):
    """The message is not signed with the shared key, or is too old; `reason` is a word for the portal's own log."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Signed:
    """What a signature covers. `path` begins with a slash and has no host; `time` in seconds since 1970."""

    method: str
    path: str
    body: bytes
    time: int
    nonce: str

    def signature(self, key: str) -> str:
        """Return the signature in small hexadecimal letters."""
        lines = (str(self.time), self.nonce, self.method.upper(), self.path, hashlib.sha256(self.body).hexdigest())
        return hmac.digest(key.encode(), "\n".join(lines).encode(), hashlib.sha256).hex()

    def headers(self, key: str) -> dict[str, str]:
        """Return the headers that a signed message carries."""
        return {TIME: str(self.time), NONCE: self.nonce, SIGNATURE: self.signature(key)}


def checked(headers: Mapping[str, str], *, method: str, path: str, body: bytes, key: str, now: int) -> Signed:
    """Return what was signed.

    :param now: seconds since 1970.
    :raises NotThePortals: if a header lacks or is none, the time is off, or the signature is another.
    """
    time, nonce = headers.get(TIME, ""), headers.get(NONCE, "")
    if not (time.isascii() and time.isdecimal() and len(time) <= 12) or not _NONCE.fullmatch(nonce):
        raise NotThePortals("headers")
    signed = Signed(method, path, body, int(time), nonce)
    # The signature first: who has no key learns nothing of our clock.
    if not hmac.compare_digest(signed.signature(key).encode(), headers.get(SIGNATURE, "").encode("utf-8", "replace")):
        raise NotThePortals("signature")
    if abs(now - signed.time) > WITHIN:
        raise NotThePortals("time")
    return signed
