"""Keeps floods out without shutting out two hundred people who share an address.

What is counted is generous: a whole commune may stand behind one address and comes through in minutes; a machine
that sends or tries without end does not.
"""

from django.core.cache import cache

SENDING = ("sent-from", 600, 3600)
"""Requests from one address: so many in so many seconds."""
DRAFTING = ("drafts-from", 1200, 3600)
UPLOADING = ("files-from", 1200, 3600)
WRONG_FROM = ("wrong-from", 600, 600)
"""Wrong numbers or secrets from one address."""
WRONG_PAIR = ("wrong-pair", 10, 900)
"""Wrong secrets for one number from one address: guessing does not go on, and its owner elsewhere is not locked out."""
MAIL_RECEIPTS = ("mail-receipts-to", 10, 86_400)
"""Receipts to one address: a machine that answers each with a new mail gets no more."""
Limit = tuple[str, int, int]


def comes_through(limit: Limit, key: str) -> bool:
    """Count one more; False where there were too many."""
    name, most, seconds = limit
    return _count(f"intake-{name}-{key}", seconds) <= most


def is_over(limit: Limit, key: str) -> bool:
    """Tell whether there were too many, counting nothing."""
    name, most, _seconds = limit
    return int(cache.get(f"intake-{name}-{key}", 0)) >= most


def _count(key: str, seconds: int) -> int:
    cache.add(key, 0, seconds)
    try:
        return cache.incr(key)
    except ValueError:  # It ran out between the two questions.
        cache.add(key, 1, seconds)
        return 1
