"""A regulation's text as an agency has it: articles in chapters, numbered through."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ArticleText:
    """One article of an agency's own regulation.

    :param key: of the model's article that it came from; empty for one that the agency added.
    :param chapter: the title of its chapter; articles of one chapter stand together.
    :param reason: why it is left out.
    """

    key: str
    chapter: str
    title: str
    text: str
    left_out: bool = False
    reason: str = ""


def chapters_of(articles: Iterable[ArticleText]) -> Iterator[tuple[int, str, list[tuple[int, ArticleText]]]]:
    """Yield number and title of each chapter with its articles and their numbers; what is left out is not counted."""
    number, chapter = 0, 0
    title, held = "", list[tuple[int, ArticleText]]()
    for one in articles:
        if one.left_out:
            continue
        if one.chapter != title and held:
            chapter += 1
            yield chapter, title, held
            held = []
        title, number = one.chapter, number + 1
        held.append((number, one))
    if held:
        yield chapter + 1, title, held


def numbered(articles: Sequence[ArticleText]) -> list[int | None]:
    """Return the number that each article bears; None for what is left out."""
    numbers, last = list[int | None](), 0
    for one in articles:
        last += not one.left_out
        numbers.append(None if one.left_out else last)
    return numbers
