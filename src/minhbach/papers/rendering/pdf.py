"""A paper as PDF, set by Typst from data alone."""

import json
from dataclasses import asdict
from pathlib import Path
from typing import Any, Literal

import typst

from minhbach.foundation.training import watermark
from minhbach.papers import layout
from minhbach.papers.cleaning import clean
from minhbach.papers.contracts import Block, Paper, Table
from minhbach.papers.rendering.fonts import Font, serif
from minhbach.papers.writing import ended, issued_with

TEMPLATE = Path(__file__).with_name("paper.typ")
STANDARD: Literal["ua-1"] = "ua-1"
"""Tagged for screen readers; the claim is the tool's own, nobody else has checked it."""


def as_pdf(paper: Paper) -> bytes:
    """Return the paper as a tagged PDF; the same paper gives the same bytes.

    :raises FontsMissing: if no font with Times's widths and Vietnamese letters is installed.
    """
    font = serif()
    data = _data(clean(paper), font.family)
    try:
        return _compile(data, font, standard=STANDARD)
    except typst.TypstError:
        # The standard refuses signs that the font lacks (pictograms, other scripts): they show as boxes instead.
        return _compile(data, font, standard=None)


def _compile(data: dict[str, Any], font: Font, *, standard: Literal["ua-1"] | None) -> bytes:
    # Nothing outside the template's folder can be read, and no font but this one decides how the page looks.
    made = typst.compile(
        str(TEMPLATE),
        root=str(TEMPLATE.parent),
        font_paths=[str(font.folder)],
        ignore_system_fonts=True,
        format="pdf",
        pdf_standards=standard,
        sys_inputs={"paper": json.dumps(data, ensure_ascii=False)},
        timestamp=0,
    )
    assert isinstance(made, bytes)
    return made


def _data(paper: Paper, font: str) -> dict[str, Any]:
    lines = layout.lines_of(paper)
    return {
        **asdict(lines),
        "font": font,
        "mark": watermark(),
        "measures": layout.measures(),
        "title_of_file": layout.document_title(paper),
        "author": paper.issuing_body.replace("\n", " "),
        "nation": layout.NATION,
        "motto": layout.MOTTO,
        "addressed": layout.ADDRESSED,
        "recipients_word": layout.RECIPIENTS,
        "signer": paper.signature.name,
        "blocks": _blocks(paper.blocks, under_title=bool(lines.title)),
        "annex": _annex(paper),
    }


def _annex(paper: Paper) -> dict[str, Any] | None:
    if paper.annex is None:
        return None
    return {
        "title": paper.annex.title,
        "subject": paper.annex.subject,
        "issued_with": issued_with(paper),
        "blocks": _blocks(paper.annex.blocks, under_title=True),
    }


def _blocks(blocks: tuple[Block, ...], *, under_title: bool) -> list[dict[str, Any]]:
    whole = ended(blocks)
    depths = layout.heading_depths(whole, under_title=under_title)
    return [_block(block, depth) for block, depth in zip(whole, depths, strict=True)]


def _block(block: Block, depth: int) -> dict[str, Any]:
    data = {"tag": block.tag, "depth": depth, **asdict(block)}
    if isinstance(block, Table):
        data["widths"] = block.widths or (1,) * len(block.head)
    return data
