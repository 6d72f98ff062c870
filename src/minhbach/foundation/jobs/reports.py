"""What a job reports of its work: words and their numbers, put together in the language of whoever reads the page."""

from django.utils.translation import gettext

Report = dict[str, object]


def report(words: str, **numbers: int) -> Report:
    """Return what a job returns to be shown beside it once it is done.

    :param words: Vietnamese, marked with `gettext_noop`: "Mục nguyên vẹn: %(entries)s".
    """
    return {"words": words, "numbers": numbers}


def in_words(returned: object) -> str:
    """Return what a job returned as the page says it now; nothing for None."""
    if isinstance(returned, dict) and "words" in returned:
        words, numbers = str(returned["words"]), returned["numbers"]
        said: str = gettext(words) % numbers
        return said
    return "" if returned is None else str(returned)
