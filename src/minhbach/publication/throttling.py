"""Keeps floods of petitions out without shutting out people who share an address.

A whole commune may stand behind one address, so what is counted is generous: a crowd of two hundred comes through in
minutes, a machine that sends without end does not.
"""

from django.core.cache import cache

ADDRESS_LIMIT, ADDRESS_SECONDS = 600, 3600
ITEM_LIMIT, ITEM_SECONDS = 300, 600


def comes_through(*, address: str, public_id: str) -> bool:
    """Count one more petition from an address and about an item; False where either has had too many."""
    from_address = _count(f"petitions-from-{address}", ADDRESS_SECONDS) <= ADDRESS_LIMIT
    about_item = _count(f"petitions-about-{public_id}", ITEM_SECONDS) <= ITEM_LIMIT
    return from_address and about_item


def _count(key: str, seconds: int) -> int:
    cache.add(key, 0, seconds)
    try:
        return cache.incr(key)
    except ValueError:  # It ran out between the two questions.
        cache.add(key, 1, seconds)
        return 1
