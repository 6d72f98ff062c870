"""Secrets sealed before they reach the database: a copy of it alone opens none."""

import hashlib
import hmac
from base64 import urlsafe_b64encode

from cryptography.fernet import Fernet, MultiFernet
from django.conf import settings
from django.utils.encoding import force_bytes


def seal(text: str) -> str:
    """Return the text sealed under the installation's secret."""
    return _box("seal").encrypt(text.encode()).decode()


def open_sealed(sealed: str) -> str:
    """Return what was sealed, also under a secret that was in use before.

    :raises cryptography.fernet.InvalidToken: if it was sealed under another secret, or altered.
    """
    return _box("seal").decrypt(sealed.encode()).decode()


def box_for(secret: str) -> MultiFernet:
    """Return a box that opens only with both the given secret and the installation's."""
    return _box(secret)


def _box(purpose: str) -> MultiFernet:
    secrets = (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS)
    return MultiFernet([Fernet(_key(secret, purpose)) for secret in secrets])


def _key(secret: str | bytes, purpose: str) -> bytes:
    return urlsafe_b64encode(hmac.digest(force_bytes(secret), f"minhbach.accounts:{purpose}".encode(), hashlib.sha256))
