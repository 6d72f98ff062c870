"""What of a paper is kept as JSON beside the columns of its letter, and the way back."""

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from minhbach.papers.contracts import Annex, Block, Heading, Item, Paper, Paragraph, Signature, Table

_BLOCKS: Mapping[str, type[Block]] = {kind.tag: kind for kind in (Heading, Paragraph, Item, Table)}
IN_COLUMNS = frozenset({"kind", "number", "symbol", "day", "year", "subject"})
"""These stand in columns of their own, so that no two places can disagree."""


def to_json(paper: Paper) -> dict[str, Any]:
    """Return what of the paper is not in columns, fit for a JSON column."""
    kept = {name: value for name, value in asdict(paper).items() if name not in IN_COLUMNS}
    kept |= {"blocks": _tagged(paper.blocks)}
    return kept | {"annex": kept["annex"] | {"blocks": _tagged(paper.annex.blocks)}} if paper.annex else kept


def _tagged(blocks: tuple[Block, ...]) -> list[dict[str, Any]]:
    return [{"tag": block.tag, **asdict(block)} for block in blocks]


def from_json(kept: Mapping[str, Any], **in_columns: Any) -> Paper:
    """Return the paper that was kept, with what stands in columns."""
    signature = kept["signature"]
    return Paper(
        body_above=kept["body_above"],
        issuing_body=kept["issuing_body"],
        place=kept["place"],
        addressees=tuple(kept["addressees"]),
        recipients=tuple(kept["recipients"]),
        signature=Signature(tuple(signature["authority"]), signature["position"], signature["name"]),
        blocks=tuple(_block(block) for block in kept["blocks"]),
        annex=_annex(kept.get("annex")),
        **in_columns,
    )


def _annex(kept: Mapping[str, Any] | None) -> Annex | None:
    """Return what the paper issues; letters kept before there were annexes have none."""
    if not kept:
        return None
    return Annex(kept["title"], kept["subject"], tuple(_block(block) for block in kept["blocks"]))


def _block(kept: Mapping[str, Any]) -> Block:
    given = {name: value for name, value in kept.items() if name != "tag"}
    if kept["tag"] == Table.tag:
        given = {name: tuple(value) for name, value in given.items()}
        given["rows"] = tuple(tuple(row) for row in given["rows"])
    return _BLOCKS[kept["tag"]](**given)
