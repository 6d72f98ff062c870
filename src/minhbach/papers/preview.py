"""A paper as a page shows it: the same lines as in DOCX and PDF, ready for a template."""

from dataclasses import asdict
from typing import Any

from minhbach.papers import layout
from minhbach.papers.contracts import Block, Item, Paper, Table
from minhbach.papers.writing import ended, issued_with


def preview_of(paper: Paper) -> dict[str, Any]:
    """Return what `papers/parts/paper.html` shows. The page's own heading is the first, so all depths are one more."""
    lines = layout.lines_of(paper)
    return {
        **asdict(lines),
        "nation": layout.NATION,
        "motto": layout.MOTTO,
        "addressed": layout.ADDRESSED,
        "recipients_word": layout.RECIPIENTS,
        "signer": paper.signature.name,
        "blocks": blocks_shown(paper.blocks, under_title=bool(lines.title)),
        "annex": paper.annex
        and {
            "title": paper.annex.title,
            "subject": paper.annex.subject,
            "issued_with": issued_with(paper),
            "blocks": blocks_shown(paper.annex.blocks, under_title=True),
        },
    }


def blocks_shown(blocks: tuple[Block, ...], *, under_title: bool) -> list[dict[str, Any]]:
    """Return what `papers/parts/blocks.html` shows of a text."""
    whole = ended(blocks)
    depths = layout.heading_depths(whole, under_title=under_title)
    return [_block(block, depth) for block, depth in zip(whole, depths, strict=True)]


def _block(block: Block, depth: int) -> dict[str, Any]:
    data: dict[str, Any] = {"tag": block.tag, "depth": depth + 1, **asdict(block)}
    if isinstance(block, Item):
        data["text"] = f"{block.label} {block.text}"
    if isinstance(block, Table):
        data["rows"] = [
            [{"head": head, "words": words, "centred": at in block.centred} for at, (head, words) in enumerate(cells)]
            for cells in (tuple(zip(block.head, row, strict=True)) for row in block.rows)
        ]
    return data
