"""Writes the number of a paragraph as plans cite it: its section (“B.I”) and its number in the section (“2.a”)."""

from minhbach.domain.reading.body.marks import SECTIONS, Rank
from minhbach.domain.reading.body.outline import Node

_DECIMALS = (Rank.DECIMAL, Rank.DECIMAL_3, Rank.DECIMAL_4)


def number_of(node: Node) -> tuple[str | None, str | None]:
    """Return section and number of a paragraph, each null where nothing is numbered.

    A section that is itself the item gives its last mark as the number: (“B”, “I”). Bullets have no number.
    """
    above: list[str] = []
    below: list[str] = []
    current: Node | None = node
    while current is not None:
        mark = current.mark
        if mark and mark.label:
            if mark.rank in SECTIONS:
                above.insert(0, mark.label)
            elif not (below and below[0].startswith(mark.label + ".") and "." in below[0]):
                below.insert(0, mark.label)
        current = current.parent
    if not below and above and node.rank in SECTIONS:
        below = [above.pop()]
    return ".".join(above) or None, ".".join(below) or None
