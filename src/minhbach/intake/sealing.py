"""What is kept of who sent something in, and of the secret: sealed, or as a hash."""

import hashlib
import hmac
import json
from collections.abc import Iterator
from dataclasses import asdict

from django.conf import settings
from django.utils.encoding import force_bytes

from minhbach.accounts.secrets_at_rest import open_sealed, seal
from minhbach.intake.contracts import PersonListed, Sender
from minhbach.intake.rules import plain_secret

COST = 13
"""Of scrypt, as a power of two: some 20 ms and 8 MB a try, so that a stolen copy is not tried through at leisure."""


def sealed(sender: Sender) -> str:
    """Return a sender as it is kept."""
    return seal(json.dumps(asdict(sender), ensure_ascii=False))


def opened(content: str) -> Sender:
    """Return the sender that was sealed.

    :raises cryptography.fernet.InvalidToken: if it was sealed under a key that is not there any more.
    """
    told = json.loads(open_sealed(content))
    people = tuple(PersonListed(**one) for one in told.pop("people"))
    return Sender(people=people, **told)


def identity_hash(number: str) -> str:
    """Return the keyed hash of an identity number, by which the same person's requests are found; "" for none."""
    return next(identity_hashes(number), "")


def identity_hashes(number: str) -> Iterator[str]:
    """Yield the hash under the key in use, then under those that were in use before."""
    signs = "".join(sign for sign in number.upper() if sign.isalnum())
    if not signs:
        return
    for key in (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS):
        yield hmac.digest(force_bytes(key), f"minhbach.intake:identity:{signs}".encode(), hashlib.sha256).hex()


def secret_hash(secret: str, *, number: str) -> str:
    """Return what is kept of a secret. It needs no key of the installation, so that an old receipt opens for good."""
    return f"scrypt${COST}${_scrypt(secret, number, COST)}"


def fits(secret: str, *, number: str, kept: str) -> bool:
    """Tell whether this is the secret, in the same time whether it nearly is or not at all."""
    method, _, rest = kept.partition("$")
    cost, _, wanted = rest.partition("$")
    found = _scrypt(secret, number, int(cost) if method == "scrypt" else COST)
    return hmac.compare_digest(found.encode(), wanted.encode())


NO_HASH = f"scrypt${COST}$-"
"""Compared with where there is no such number, so that the time of an answer does not tell which numbers exist."""


def _scrypt(secret: str, number: str, cost: int) -> str:
    signs = plain_secret(secret).encode()
    return hashlib.scrypt(signs, salt=f"minhbach:{number}".encode(), n=2**cost, r=8, p=1, dklen=32).hex()
