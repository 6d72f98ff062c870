"""The two steps in which something is taken out of a document before it goes out, read from `law/redaction/`."""

import tomllib
from dataclasses import dataclass
from datetime import date
from functools import cache

from minhbach.domain.statutes.values import cited_as
from minhbach.lawbook.folder import law_folder

MARK, REMOVE = "mark", "remove"
STATES = ("confirmed", "unverified", "provisional")


@dataclass(frozen=True, slots=True, kw_only=True)
class RedactionStep:
    """One step: `mark` by whoever made the document, `remove` by the focal point; `quotation` as the law says it."""

    key: str
    since: date
    document: str
    title: str
    article: str
    quotation: str
    state: str
    note: str = ""

    @property
    def cited(self) -> str:
        """Return where it stands: "khoản 1 Điều 7 Nghị định 13/2018/NĐ-CP"."""
        return cited_as(self.article, self.title)


def redaction_step(key: str, on: date) -> RedactionStep:
    """Return the step as it holds on a day.

    :raises KeyError: if no law knows it on that day.
    """
    known = [one for one in _steps() if one.key == key and one.since <= on]
    if not known:
        raise KeyError(f"law/redaction: {key} {on}")
    return max(known, key=lambda one: one.since)


@cache
def _steps() -> tuple[RedactionStep, ...]:
    rows = tomllib.loads((law_folder() / "redaction" / "steps.toml").read_text(encoding="utf-8"))["step"]
    steps = tuple(RedactionStep(**row) for row in rows)
    wrong = [one.key for one in steps if one.key not in (MARK, REMOVE) or one.state not in STATES]
    if wrong:
        raise ValueError(f"law/redaction/steps.toml: {wrong}")
    return steps
