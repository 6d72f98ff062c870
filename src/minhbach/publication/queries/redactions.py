"""Redactions for who asks: what one sees of the subject decides; what is not visible is not there."""

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet

from minhbach.domain.access import Actor
from minhbach.domain.lifecycles.redaction import RedactionState
from minhbach.foundation.contracts import Subject
from minhbach.publication.contracts import MarkState, PublicationNotVisible
from minhbach.publication.models import Publication, Redaction
from minhbach.publication.models.redaction import RUNNING
from minhbach.publication.queries.items import holders_for
from minhbach.publication.registries import hosts
from minhbach.publication.rules import MAY_REDACT, STANDS_IN
from minhbach.register.queries.visible import bodies_of_holders

REDACTION = "redaction"
"""The kind under which stored files name the redaction whose copy they are."""


def redactions_visible_to(actor: Actor) -> QuerySet[Redaction]:
    """Return the redactions of the subjects that the actor sees."""
    if actor.system is not None:
        return Redaction.objects.all()
    seen = Q(pk__in=[])
    for kind, host in hosts().items():
        seen |= Q(subject_kind=kind, subject_id__in=host.seen_by(actor))
    return Redaction.objects.filter(seen)


def visible_redaction(redaction_id: int, *, actor: Actor) -> Redaction:
    """Return one redaction.

    :raises PublicationNotVisible: if it is not there for the actor.
    """
    rows = redactions_visible_to(actor).select_related("body", "begun_by", "marked_by", "applied_by", "approved_by")
    row = rows.filter(pk=redaction_id).first()
    if row is None:
        raise PublicationNotVisible
    return row


def redaction_for_change(redaction_id: int, *, actor: Actor) -> Redaction:
    """Return one redaction, locked until the end of the transaction.

    :raises PublicationNotVisible: if it is not there for the actor.
    """
    row = redactions_visible_to(actor).select_for_update(of=("self",)).filter(pk=redaction_id).first()
    if row is None:
        raise PublicationNotVisible
    return row


def redactions_of(subject: Subject) -> QuerySet[Redaction]:
    """Return the redactions of a subject, the latest first. The caller has asked who may see the subject."""
    return Redaction.objects.filter(subject_kind=subject.kind, subject_id=subject.id)


def running_redactions(file_ids: Collection[int]) -> dict[int, Redaction]:
    """Return the redaction that runs of each of the files. The caller has asked who may see them."""
    rows = Redaction.objects.filter(file_id__in=file_ids, state__in=RUNNING)
    return {row.file_id: row for row in rows}


def waiting_redactions(state: RedactionState) -> tuple[int, ...]:
    """Return the redactions that wait for the machine, the oldest first (for jobs)."""
    return tuple(Redaction.objects.filter(state=state).order_by("pk").values_list("pk", flat=True))


def proposed_places(row: Redaction) -> list[int]:
    """Return the proposals that nobody has answered. The caller has asked who may see the redaction."""
    return list(row.marks.filter(state=MarkState.PROPOSED).values_list("pk", flat=True))


def who_marked(row: Redaction) -> frozenset[int]:
    """Return the people who said what goes and what stays, and who handed it on."""
    decided = row.marks.exclude(decided_by=None).values_list("decided_by", flat=True).distinct()
    return frozenset(one for one in (row.marked_by_id, *decided) if one is not None)


def who_may_redact(row: Redaction, *, on: date) -> tuple[frozenset[int], frozenset[int]]:
    """Return the focal points of the body, and who stands in where all of them took part in marking."""
    return holders_for(row.body_id, MAY_REDACT, on=on), holders_for(row.body_id, STANDS_IN, on=on)


def redactions_for_today(actor: Actor) -> QuerySet[Redaction]:
    """Return what waits for this officer: as the focal point, or as who began to mark; the longest waiting first."""
    focal = Q(
        body_id__in=bodies_of_holders(actor, MAY_REDACT), state__in=(RedactionState.HANDED_ON, RedactionState.MADE)
    )
    own = Q(begun_by_id=actor.person, state__in=(RedactionState.MARKING, RedactionState.REFUSED))
    return redactions_visible_to(actor).filter(focal | own).order_by("begun_at", "pk")


@dataclass(frozen=True, slots=True)
class RemovedPlaces:
    """What was taken out of one file on one ground: what the copy became, the law and its ground, the pages."""

    result: int
    statute: str
    ground: str
    pages: tuple[int, ...]


def removed_places(subject: Subject, *, results: Collection[int]) -> tuple[RemovedPlaces, ...]:
    """Return what was taken out of files of a subject whose copies became these, a line for each file and ground.

    The caller has asked who may see the subject.
    """
    rows = redactions_of(subject).filter(state=RedactionState.APPROVED, result__in=list(results))
    marks = rows.filter(marks__state=MarkState.REMOVED).order_by("result", "marks__ground", "marks__page")
    pages: dict[tuple[int, str, str], list[int]] = {}
    for result, statute, ground, page in marks.values_list("result", "statute", "marks__ground", "marks__page"):
        if result is not None:
            pages.setdefault((result, statute, ground), []).append(page)
    return tuple(RemovedPlaces(*key, tuple(dict.fromkeys(found))) for key, found in pages.items())


def removed_from_files(subject: Subject, names: Collection[str]) -> tuple[tuple[str, str, int], ...]:
    """Return (statute, ground, how many places) of what was taken out of the copies of these names: one query.

    The caller has asked who may see the copies.
    """
    rows = redactions_of(subject).filter(state=RedactionState.APPROVED, copy_name__in=list(names))
    grounds = rows.filter(marks__state=MarkState.REMOVED).order_by("statute", "marks__ground")
    counted = Counter(grounds.values_list("statute", "marks__ground"))
    return tuple((*key, count) for key, count in counted.items())


def may_read_redacted_file(actor: Actor, subject: Subject) -> bool:
    """Answer foundation's question who may open a copy that is not approved yet: who sees the redaction."""
    return redactions_visible_to(actor).filter(pk=int(subject.id)).exists()


def is_redacted(publication: Publication, *, after: int) -> bool:
    """True if a copy that something was taken out of came with the version, or with one before it.

    :param after: id of the version that the public reads, 0 for none: copies that came later count.
    """
    rows = Redaction.objects.filter(subject_kind=publication.subject_kind, subject_id=publication.subject_id)
    return rows.filter(state=RedactionState.APPROVED, result__gt=after, result__lte=publication.version_id).exists()
