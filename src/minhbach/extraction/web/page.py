"""A web page as paragraphs and tables, each with its line in the file."""

import re
from collections.abc import Callable
from html.parser import HTMLParser

from minhbach.extraction import limits
from minhbach.extraction.layout.flow import Item, Paragraph, Table, TableCell
from minhbach.extraction.numerals import letters, roman

_UNSEEN = frozenset(
    ("script style noscript template nav aside button select option svg iframe object head title textarea").split()  # noqa: SIM905
)
_VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())  # noqa: SIM905
_BLOCKS = frozenset(
    (  # noqa: SIM905
        "p div h1 h2 h3 h4 h5 h6 li ul ol dl dt dd section article main header footer blockquote pre form center "
        "address figure figcaption fieldset table thead tbody tfoot tr td th caption body html hr"
    ).split()
)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_NO_BORDER = re.compile(r"border(?:-(?:width|style))?\s*:\s*(?:none|0)", re.IGNORECASE)
_HEADING = re.compile(r"h([1-6])$")
_BOLD = frozenset(("b", "strong"))
_MENU_LENGTH = 3
_MENU_WORDS = 80


def items_of(text: str) -> list[Item]:
    """Return what a web page shows, without scripts, menus and hidden parts."""
    page = _Page()
    page.feed(text)
    page.close()
    page.end_paragraph()
    return _without_menus(page.items, page.links)


class _Page(HTMLParser):
    """Collects paragraphs into the innermost open table cell, or into the page itself."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.items: list[Item] = []
        self.links: set[int] = set()  # ids of paragraphs that are nothing but links
        self._cells: list[tuple[Table, TableCell | None]] = []
        self._lists: list[tuple[str, int]] = []
        self._hidden: list[str] = []
        self._marker = ""
        self._words: list[str] = []
        self._start: int | None = None
        self._heading: int | None = None
        self._preformatted = 0
        self._bold = self._link = 0
        self._plain_seen = self._unlinked_seen = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if self._hidden or tag in _UNSEEN or "hidden" in given or _HIDDEN.search(given.get("style", "")):
            if tag not in _VOID and (not self._hidden or tag == self._hidden[0]):
                self._hidden.append(tag)
            return
        if tag == "br":
            self._words.append("\n")
        if tag in _BLOCKS:
            self.end_paragraph()
            self._open_block(tag, given)
        self._bold += tag in _BOLD
        self._link += tag == "a"

    def handle_endtag(self, tag: str) -> None:
        if self._hidden:
            if tag == self._hidden[0]:
                self._hidden.pop()
            return
        if tag in _BLOCKS:
            self.end_paragraph()
            self._close_block(tag)
        self._bold = max(0, self._bold - (tag in _BOLD))
        self._link = max(0, self._link - (tag == "a"))

    def handle_data(self, data: str) -> None:
        if self._hidden or (not data.strip() and not self._words):
            return
        if self._start is None and data.strip():
            blank = data[: len(data) - len(data.lstrip())]
            self._start = self.getpos()[0] + blank.count("\n")
        if data.strip():
            self._plain_seen |= not self._bold
            self._unlinked_seen |= not self._link
        self._words.append(data if self._preformatted else re.sub(r"\s+", " ", data))

    def end_paragraph(self) -> None:
        """Put what was collected where it belongs."""
        text = "".join(self._words).strip()
        if text:
            number = self._start or self.getpos()[0]
            item = Paragraph(self._marker + text, number, self._heading, not self._plain_seen)
            self._marker = ""
            if not self._unlinked_seen:
                self.links.add(id(item))
            self._current().append(item)
        self._words, self._start = [], None
        self._plain_seen = self._unlinked_seen = False

    def _current(self) -> list[Item]:
        for _, cell in reversed(self._cells):
            if cell is not None:
                return cell.items
        return self.items

    def _open_block(self, tag: str, given: dict[str, str]) -> None:
        heading = _HEADING.match(tag)
        if heading:
            self._heading = int(heading[1])
        elif tag in ("ul", "ol"):
            self._lists.append((given.get("type", "1") if tag == "ol" else "-", _whole(given.get("start"), 1) - 1))
        elif tag == "li":
            self._marker = self._next_marker(given)
        elif tag == "pre":
            self._preformatted += 1
        elif tag == "table":
            self._open_table(given)
        elif tag == "tr" and self._cells:
            self._cells[-1][0].rows.append([])
            self._cells[-1][0].numbers.append(self.getpos()[0])
        elif tag in ("td", "th") and self._cells:
            self._open_cell(given)

    def _close_block(self, tag: str) -> None:
        if _HEADING.match(tag):
            self._heading = None
        elif tag in ("ul", "ol") and self._lists:
            self._lists.pop()
        elif tag == "li":
            self._marker = ""
        elif tag == "pre":
            self._preformatted = max(0, self._preformatted - 1)
        elif tag == "table" and self._cells:
            self._cells.pop()
        elif tag in ("td", "th", "tr") and self._cells:
            self._cells[-1] = (self._cells[-1][0], None)

    def _open_table(self, given: dict[str, str]) -> None:
        ruled = given.get("border", "1" if "class" in given else "0") not in ("", "0")
        table = Table(ruled=ruled and not _NO_BORDER.search(given.get("style", "")))
        if len(self._cells) < limits.MAX_DEPTH:
            self._current().append(table)
        self._cells.append((table, None))

    def _open_cell(self, given: dict[str, str]) -> None:
        table = self._cells[-1][0]
        if not table.rows:
            table.rows.append([])
            table.numbers.append(self.getpos()[0])
        cell = TableCell(columns=_whole(given.get("colspan"), 1), rows=_whole(given.get("rowspan"), 1))
        table.rows[-1].append(cell)
        self._cells[-1] = (table, cell)

    def _next_marker(self, given: dict[str, str]) -> str:
        if not self._lists:
            return "- "
        kind, last = self._lists[-1]
        count = _whole(given.get("value"), last + 1)
        self._lists[-1] = (kind, count)
        return _MARKERS.get(kind, _MARKERS["1"])(count)


_MARKERS: dict[str, Callable[[int], str]] = {
    "-": lambda _: "- ",
    "1": lambda count: f"{count}. ",
    "a": lambda count: f"{letters(count)}) ",
    "A": lambda count: f"{letters(count).upper()}. ",
    "i": lambda count: f"{roman(count).lower()}. ",
    "I": lambda count: f"{roman(count)}. ",
}


def _whole(text: str | None, otherwise: int) -> int:
    return int(text) if text and text.isdecimal() and len(text) < 6 else otherwise


def _without_menus(items: list[Item], links: set[int]) -> list[Item]:
    """Drop three or more short paragraphs in a row that are nothing but links: the menus of the page around."""
    kept: list[Item] = []
    run: list[Item] = []
    for item in [*items, Table()]:
        if isinstance(item, Paragraph) and id(item) in links and len(item.text) <= _MENU_WORDS:
            run.append(item)
            continue
        kept += run if len(run) < _MENU_LENGTH else []
        run = []
        kept.append(item)
    return kept[:-1]
