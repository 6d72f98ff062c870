"""One public item with all that its page shows. Only what everybody may see, whoever asks."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from minhbach.agencies.contracts import BodyRecord
from minhbach.agencies.queries import bodies, successor_today
from minhbach.domain.access import VISITOR
from minhbach.domain.statutes import Letter, Statute
from minhbach.lawbook.statutes import statute
from minhbach.publication.queries.public import words_when_approved
from minhbach.register.contracts import ItemNotVisible, VersionRecord
from minhbach.register.facts_kept import as_json, facts_of
from minhbach.register.queries import version_record, visible_item_by_public_id
from minhbach.register.rules import item_name, reference_of


@dataclass(frozen=True, slots=True)
class ItemWords:
    """What an item was called in one of its versions. Texts are Vietnamese, as the document writes them."""

    title: str
    kind: str
    number: str
    symbol: str
    issuer: str
    issued_on: date | None
    created_on: date | None

    @property
    def reference(self) -> str:
        """Return number and symbol: "45/KH-UBND"."""
        return reference_of(number=self.number, symbol=self.symbol)

    @property
    def name(self) -> str:
        """Return how it is called for short: "Kế hoạch 45/KH-UBND"; nothing where it has neither."""
        return item_name(kind=self.kind, number=self.number, symbol=self.symbol)


@dataclass(frozen=True, slots=True)
class OpenVersion:
    """A version that everybody may read, as a line beside the one that is shown."""

    number: int
    published_on: date
    why: str
    corrects: int | None


@dataclass(frozen=True, slots=True)
class PublicItem:
    """An item as the public reads it, in one version.

    :param row: the register's row, for its own facts.
    :param current: the number of the version that holds.
    :param versions: all that may be read, the newest first; `shown` is the one of this page.
    :param holders: who holds it now, where its own body is no longer there.
    """

    row: Any
    version: VersionRecord
    current: int
    words: ItemWords
    versions: tuple[OpenVersion, ...]
    body: BodyRecord
    holders: tuple[BodyRecord, ...]

    @property
    def shown(self) -> OpenVersion:
        """Return the version of this page."""
        return next(one for one in self.versions if one.number == self.version.number)

    @property
    def is_current(self) -> bool:
        """True unless a later version corrects this one."""
        return self.current == self.version.number

    @property
    def law(self) -> Statute | None:
        """Return the statute under which it was classified."""
        return statute(self.row.statute) if self.row.statute else None

    @property
    def letter(self) -> Letter | None:
        """Return the letter of Article 17(1) that has it published."""
        law = self.law
        return law.letter(self.row.letter) if law and self.row.letter else None


def public_item(public_id: str, *, on: date, number: int | None = None) -> PublicItem:
    """Return an item that is public, in the version that holds or in an earlier one that stays readable.

    :raises ItemNotVisible: if there is no such item or version, or the public may not know of it.
    """
    row = visible_item_by_public_id(public_id, actor=VISITOR)
    kept = row.versions.filter(published_on__isnull=False, withdrawn_on__isnull=True).order_by("-number")
    found = [
        (pk, facts, OpenVersion(at, day, why, corrects))
        for pk, facts, at, day, why, corrects in kept.values_list(
            "pk", "facts", "number", "published_on", "why", "corrects"
        )
        if day is not None
    ]
    current = row.public_version.number if row.public_version else 0
    asked = next((one for one in found if one[2].number == (number or current)), None)
    if asked is None:
        raise ItemNotVisible
    holders = [one for one in successor_today(row.body_id, on) if one != row.body_id]
    known = bodies([row.body_id, *holders])
    return PublicItem(
        row=row,
        version=version_record(asked[0], item_id=row.pk),
        words=words_in(row, words_when_approved(row.pk, asked[0]) or asked[1]),
        current=current,
        versions=tuple(one for _pk, _facts, one in found),
        body=known[row.body_id],
        holders=tuple(known[one] for one in holders),
    )


def words_in(row: Any, kept: Mapping[str, Any] | None) -> ItemWords:
    """Return what the item is called, by the facts that a version keeps; without any, by its own."""
    said = kept if kept is not None else as_json(facts_of(row))
    return ItemWords(
        title=said["title"],
        kind=said["kind"],
        number=said["number"],
        symbol=said["symbol"],
        issuer=said["issuer_name"] or (row.issuing_body.name if row.issuing_body else ""),
        issued_on=_day(said["issued_on"]),
        created_on=_day(said["created_on"]),
    )


def _day(value: str | None) -> date | None:
    return date.fromisoformat(value) if value else None
