"""Reads where the money for a plan comes from."""

import re
from collections.abc import Iterator

from minhbach.domain.reading.body.clauses import sentences_of
from minhbach.domain.reading.body.outline import Node
from minhbach.domain.reading.body.remembering import lowered
from minhbach.domain.reading.body.sections import Section
from minhbach.domain.reading.body.units import source_of
from minhbach.domain.reading.results import BudgetLine
from minhbach.domain.text import squeeze

_SOURCE = re.compile(
    r"(?<!\w)(?:(?:các |những )?nguồn (?:kinh phí|ngân sách|vốn|thu|khác|tài chính|hợp pháp|xã hội|hỗ trợ|lực"
    r"|chi)|ngân sách (?:nhà nước|tỉnh|thành phố|xã|phường|địa phương|trung ương|huyện|các cấp|cấp)|dự toán|quỹ"
    r"|xã hội hoá)"
)
_PARTED = re.compile(
    r"(?:,| và|;|, và| hoặc)\s+(?:từ )?(?=(?:(?:các |những )?nguồn|ngân sách|kinh phí (?:huy|xã|hợp|tài)"
    r"|xã hội hoá|vốn|tài trợ)(?!\w))"
)
_ENDS = re.compile(
    r"\.\s|\./|\s(?:để|nhằm|bảo đảm|đảm bảo|chi trả)\s|;\s(?!(?:từ )?(?:các |những )?(?:nguồn|ngân sách"
    r"|kinh phí (?:huy|xã|hợp)|vốn|xã hội))"
)
_INTRODUCED = re.compile(
    r"(?<!\w)(?:từ|do|bằng|trong|sử dụng|lồng ghép)(?: các)?\s+$|(?<!\w)(?:từ|do|bằng|trong"
    r"|sử dụng)\s+(?:các )?nguồn[^.;]{0,20}$|:\s*$"
)


def read_budget(root: Node) -> list[BudgetLine]:
    """Return one line for each paragraph about money, with the sources that it names."""
    return [line for node in _paragraphs(root) if (line := _line(node))]


def _paragraphs(root: Node) -> Iterator[Node]:
    pending = list(reversed(root.children))
    while pending:
        node = pending.pop()
        above = node.parent.section if node.parent and node.parent.unit else None
        if node.section is Section.BUDGET and (not node.children or above is Section.BUDGET or len(node.text) > 90):
            yield node
        else:
            pending.extend(reversed(node.children))


def _line(node: Node) -> BudgetLine | None:
    text = squeeze(" ".join(part.text for part in node.walk()))
    if len(text) < 30:
        return None
    return BudgetLine(text, sources_of(text), source_of(node.lines()))


def sources_of(text: str) -> tuple[str, ...]:
    """Return the sources of money that a text names as such (“từ ngân sách nhà nước … và các nguồn khác …”)."""
    found: list[str] = []
    for sentence in sentences_of(text):
        low = lowered(sentence)
        for match in _SOURCE.finditer(low):
            opens = match.start() == 0 and ":" not in sentence[: match.end() + 14]
            if opens or _INTRODUCED.search(low, max(0, match.start() - 40), match.start()):
                found.extend(_split(sentence[match.start() :]))
                break
    return tuple(dict.fromkeys(found))


def _split(words: str) -> Iterator[str]:
    words = _ENDS.split(words, maxsplit=1)[0]
    begin = 0
    for match in _PARTED.finditer(lowered(words)):
        yield words[begin : match.start()].strip(" .,;/")
        begin = match.end()
    yield words[begin:].strip(" .,;/")
