"""The secret in the address of a calendar, of which only the digest is kept."""

import hashlib
import secrets

SECRET_BYTES = 32
"""256 bits: nobody comes upon such an address by trying, at whatever rate."""


def new_secret() -> str:
    """Return a fresh secret, fit for an address."""
    return secrets.token_urlsafe(SECRET_BYTES)


def digest_of(secret: str) -> str:
    """Return what is kept of a secret. It is random through and through, so a plain digest gives nothing away."""
    return hashlib.sha256(secret.encode()).hexdigest()
