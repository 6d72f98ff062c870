"""Small rules of intake: channels, numbers, secrets."""

import secrets
from collections.abc import Mapping

from minhbach.domain.statutes import ChannelKey
from minhbach.intake.contracts import Way

CHANNELS: Mapping[Way, ChannelKey] = {
    Way.PORTAL: ChannelKey.ONLINE,
    Way.EMAIL: ChannelKey.ONLINE,
    Way.SERVICE_PORTAL: ChannelKey.ONLINE,
    Way.COUNTER: ChannelKey.IN_PERSON,
    Way.POST: ChannelKey.POST,
    Way.FAX: ChannelKey.FAX,
}
SIGNS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
"""Signs of a secret: those that people mistake for one another on paper (0 O, 1 I L) are left out."""
LENGTH, GROUP = 12, 4


def number_of(year: int, place: int) -> str:
    """Return the number of a submission: "2026-00412"."""
    return f"{year}-{place:05}"


def new_secret() -> str:
    """Return a fresh secret as it is shown: "K7MP-3XRD-W9TC", about 59 bits."""
    signs = "".join(secrets.choice(SIGNS) for _ in range(LENGTH))
    return "-".join(signs[start : start + GROUP] for start in range(0, LENGTH, GROUP))


def plain_secret(typed: str) -> str:
    """Return the signs of a secret however it was typed: case, spaces and hyphens do not count."""
    return "".join(sign for sign in typed.upper() if sign.isalnum())


def plain_number(typed: str) -> str:
    """Return a number as it is kept, however it was typed: "2026 412", "2026/00412" and "202600412" are 2026-00412.

    Empty where it cannot be one.
    """
    parts = "".join(sign if sign.isdecimal() else " " for sign in typed).split()
    if len(parts) == 1 and len(parts[0]) >= 9:
        parts = [parts[0][:4], parts[0][4:]]
    if len(parts) != 2 or len(parts[0]) != 4 or len(parts[1]) > 9:
        return ""
    return number_of(int(parts[0]), int(parts[1]))


def masked(identity_number: str) -> str:
    """Return an identity number of which only the last four signs are read: "••••2345"."""
    signs = "".join(identity_number.split())
    return f"••••{signs[-4:]}" if len(signs) > 6 else "••••" if signs else ""
