"""Markdown and HTML marks in plain text: taken off a line, with what they said about it (heading, bold) kept.

Every pattern here runs in time linear in the line: none can start again inside what it has already passed.
"""

import html
import re
from dataclasses import dataclass

_HEADING = re.compile(r"^ {0,3}(#{1,6})(?:\s+|$)")
_CLOSING_HASHES = re.compile(r"\s#+\s*$")
_QUOTE = re.compile(r"^\s*(?:>\s?)+")
_STAR_ITEM = re.compile(r"^(\s*)[*•]\s+(?=\S)")
_FENCE = re.compile(r"^\s*(?:```|~~~)")
_IMAGE = re.compile(r"!\[[^\[\]]*\]\([^()\s]*\)")
_LINK = re.compile(r"\[([^\[\]]*)\]\((?:https?:|mailto:|/|#|\.)[^()\s]*(?: \"[^\"]*\")?\)")
_STRONG = re.compile(r"\*\*\*?(?!\))|(?<!\()\*\*\*?")  # but not the footnote sign (**)
_STRIKE = re.compile(r"~~")
_EMPHASIS = re.compile(r"(?<![\w*])\*(?=[^\s*)])([^*]*)(?<=\S)\*(?![\w*])")
_UNDERLINE = re.compile(r"(?<![\w_])(__?)(?=[^\s_])([^_]*)(?<=\S)\1(?![\w_])")
_ESCAPE = re.compile(r"\\([\\`*_{}\[\]()#+\-.!|<>~/])")
_BREAK = re.compile(r"<br\s*/?\s*>", re.IGNORECASE)
_TAGS = re.compile(
    r"</?(?:p|b|i|u|em|strong|span|div|font|center|sup|sub|a|img|h[1-6]|ul|ol|li|table|tbody|thead|tr|td|th|hr|o:p)"
    r"(?:\s[^<>]*)?/?>",
    re.IGNORECASE,
)
_COMMENT = re.compile(r"<!--[^<>]*-->")
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z]{2,8});")
_RULE = re.compile(r"^\s*(?:\*\s*){3,}$|^\s*(?:_\s*){3,}$")
_BOLD_LINE = re.compile(r"^\W*(?:\*\*|__)[^*_]+(?:\*\*|__)\W*$")


@dataclass(frozen=True, slots=True)
class Unmarked:
    """A line without its marks. `text` holds a line end where the file had a `<br>`."""

    text: str
    heading: int | None = None
    bold: bool = False


def unmark(line: str) -> Unmarked:
    """Take the Markdown and HTML marks off one line."""
    if not _may_be_marked(line):
        return Unmarked(line)
    if _FENCE.match(line) or _RULE.match(line):
        return Unmarked("")
    line = _QUOTE.sub("", line)
    bold = bool(_BOLD_LINE.match(line))
    level = _HEADING.match(line)
    if level:
        line = _CLOSING_HASHES.sub("", line[level.end() :])
    line = _STAR_ITEM.sub(r"\1- ", line)
    return Unmarked(inline(line), len(level[1]) if level else None, bold)


def inline(text: str) -> str:
    """Take the marks off running text or a table cell; `<br>` becomes a line end."""
    text = _COMMENT.sub("", _BREAK.sub("\n", text))
    text = _TAGS.sub("", text)
    text = _LINK.sub(r"\1", _IMAGE.sub("", text))
    text = _STRIKE.sub("", _STRONG.sub("", text))
    text = _UNDERLINE.sub(r"\2", _EMPHASIS.sub(r"\1", text))
    text = _ESCAPE.sub(r"\1", text.replace("`", ""))
    return _ENTITY.sub(lambda found: html.unescape(found[0]), text).rstrip("\\")


def _may_be_marked(line: str) -> bool:
    return any(mark in line for mark in "*_#`~>\\[&<•")
