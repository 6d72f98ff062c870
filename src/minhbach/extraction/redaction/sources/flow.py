"""Lines and tables set on pages by Typst, as plainly as can be: what their file hides stays there."""

import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import typst

from minhbach.domain.reading.source import Line
from minhbach.extraction import limits
from minhbach.extraction.contracts import CannotRead
from minhbach.extraction.redaction.fonts import serif

TEMPLATE = Path(__file__).with_name("flow.typ")
_A4 = (595.0, 842.0)
_WIDE_COLUMN = 90.0  # points
_MOST_WIDTH = 2_400.0
_EDGES = 112.0
_MOST_CHARACTERS = 1_500_000
_UNBROKEN, _UNBROKEN_CELL = 60, 12  # letters of a word that may have to be cut at the edge
_TOO_LONG = "Tệp quá dài để tạo bản che (hơn {most:,} ký tự). Hãy tách thành nhiều tệp."
_FAILED = "Không dàn được nội dung tệp thành trang để che. Hãy in tệp thành PDF rồi che tệp PDF."


def blocks_of(lines: Iterable[Line]) -> list[dict[str, Any]]:
    """Return the blocks of a document's lines; rows that follow each other with as many cells are one table."""
    blocks: list[dict[str, Any]] = []
    for line in lines:
        if line.cells is not None:
            add_row(blocks, ["" if cell.merged else cell.text for cell in line.cells])
        elif line.heading:
            blocks.append(heading(line.text))
        else:
            blocks.append(paragraph(line.text, bold=line.bold))
    return blocks


def paragraph(text: str, *, bold: bool = False) -> dict[str, Any]:
    """Return a paragraph; an empty one is some room."""
    return {"kind": "text", "text": text.strip(), "bold": bold}


def heading(text: str) -> dict[str, Any]:
    """Return a heading."""
    return {"kind": "heading", "text": text.strip()}


def add_row(blocks: list[dict[str, Any]], cells: list[str]) -> None:
    """Add a row of a table to the blocks, to the table above it where that has as many columns."""
    if not blocks or blocks[-1]["kind"] != "table" or blocks[-1]["columns"] != len(cells):
        blocks.append({"kind": "table", "columns": len(cells), "rows": []})
    blocks[-1]["rows"].append(cells)


def set_on_pages(blocks: list[dict[str, Any]]) -> bytes:
    """Return a PDF of the blocks; the same blocks give the same pages.

    :raises CannotRead: if there is too much, no font, or the typesetter fails.
    """
    if sum(map(len, _texts(blocks))) > _MOST_CHARACTERS:
        raise CannotRead("too_long", _TOO_LONG.format(most=_MOST_CHARACTERS).replace(",", "."))
    family, folder = serif()
    columns = max((block["columns"] for block in blocks if block["kind"] == "table"), default=0)
    width = min(_MOST_WIDTH, max(_A4[0], columns * _WIDE_COLUMN + _EDGES))
    flow = {"blocks": [_breakable(b) for b in blocks], "font": family, "width": width, "height": _A4[1]}
    try:
        made = typst.compile(
            str(TEMPLATE), root=str(TEMPLATE.parent), font_paths=[str(folder)], ignore_system_fonts=True, format="pdf",
            sys_inputs={"flow": json.dumps(flow, ensure_ascii=False)}, timestamp=0,
        )  # fmt: skip
    except typst.TypstError as error:
        raise CannotRead("not_set", _FAILED) from error
    assert isinstance(made, bytes)
    return made


def _texts(blocks: list[dict[str, Any]]) -> Iterator[str]:
    for block in blocks:
        yield block.get("text", "")
        for row in block.get("rows", ()):
            yield from row


def _breakable(block: dict[str, Any]) -> dict[str, Any]:
    """Return the block with places in its longest words where a line may end, so that nothing runs off the page."""
    if block["kind"] == "table":
        rows = [[_cut(cell[: limits.MAX_CELL_CHARACTERS], _UNBROKEN_CELL) for cell in row] for row in block["rows"]]
        return {**block, "rows": rows}
    return {**block, "text": _cut(block.get("text", ""), _UNBROKEN)}


def _cut(text: str, longest: int) -> str:
    return re.sub(rf"\S{{{longest + 1},}}", lambda m: "\u200b".join(_pieces(m[0], longest)), text)


def _pieces(word: str, size: int) -> list[str]:
    return [word[at : at + size] for at in range(0, len(word), size)]
