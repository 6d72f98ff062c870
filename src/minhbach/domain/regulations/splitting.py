"""Takes the text of a regulation that was issued elsewhere apart into chapters and articles."""

import re
from collections.abc import Iterator

from minhbach.domain.regulations.text import ArticleText
from minhbach.domain.text import squeeze

_CHAPTER = re.compile(r"^\s*chương\s+(?:[ivxlc]+|\d+)\b[.:\s-]*(?P<title>.*)$", re.IGNORECASE)
_ARTICLE = re.compile(r"^\s*điều\s+\d+[a-zđ]?\s*[.:]\s*(?P<title>.*)$", re.IGNORECASE)


def articles_in(text: str) -> list[ArticleText]:
    """Return the articles of a pasted text; none where no line begins with "Điều 1.".

    A chapter's title may stand behind "Chương I" or on the line below it; what comes before the first article is left
    out. Braces are taken out, since they mark places to fill in.
    """
    found: list[tuple[str, str, list[str]]] = []
    chapter, awaits_title = "", False
    for line in _lines(text):
        if match := _CHAPTER.match(line):
            chapter, awaits_title = _sentence(match["title"]), not match["title"].strip()
        elif match := _ARTICLE.match(line):
            found.append((chapter, squeeze(match["title"]).rstrip("."), []))
            awaits_title = False
        elif awaits_title:
            chapter, awaits_title = _sentence(line), False
        elif found:
            found[-1][2].append(squeeze(line))
    return [ArticleText("", chapter, title, "\n".join(clauses)) for chapter, title, clauses in found]


def _lines(text: str) -> Iterator[str]:
    for line in text.replace("{", "(").replace("}", ")").splitlines():
        if line.strip():
            yield line


def _sentence(title: str) -> str:
    """Return a chapter's title as a sentence writes it; documents print it in capitals."""
    plain = squeeze(title)
    return plain.capitalize() if plain.isupper() else plain
