"""What stands in the question of an address. Nonsense is ignored, never an error page."""

from django.http import HttpRequest

from minhbach.domain.text import nfc, squeeze

LONGEST_QUESTION = 200
MOST_PAGES = 500


def words_asked(request: HttpRequest) -> str:
    """Return the words that somebody looks for, or nothing."""
    return squeeze(nfc(request.GET.get("q", "").replace("\x00", "")))[:LONGEST_QUESTION]


def page_number(request: HttpRequest) -> int:
    """Return which page is asked for, the first where that makes no sense."""
    asked = request.GET.get("trang", "")
    return min(max(int(asked), 1), MOST_PAGES) if asked.isascii() and asked.isdigit() and len(asked) < 6 else 1
