"""Look once more for the bodies that a waiting document means: agencies may have been added since it was read."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from minhbach.agencies.queries import find_issuing_body
from minhbach.domain.access import Actor
from minhbach.domain.lifecycles.plan_import import ImportState
from minhbach.foundation.actions.record_event import record_event
from minhbach.foundation.contracts import Subject
from minhbach.planning.models import DraftTask, PlanImport
from minhbach.planning.naming import apply_names, name_bodies
from minhbach.planning.rules import unanswered


@dataclass(frozen=True, slots=True)
class LookedUp:
    """What was found now that was not known before: who issued the document, and how many names."""

    issuer: bool = False
    names: int = 0

    @property
    def anything(self) -> bool:
        """True where something was found."""
        return self.issuer or self.names > 0


@transaction.atomic
def look_bodies_up(*, import_id: int, actor: Actor, now: datetime) -> LookedUp:
    """Find the issuer if nobody knows it yet, and the bodies of names that are still asked.

    What a person chose or kept, and what was found before, stays. Nothing found: nothing is written, no event. The
    caller has checked that the actor may change the import.
    """
    row = PlanImport.objects.select_for_update().get(pk=import_id)
    if row.state != ImportState.IN_REVIEW:
        return LookedUp()
    issuer = _issuer(row) if row.issuing_body_id is None else None
    row.issuing_body_id = row.issuing_body_id or issuer
    drafts = list(row.draft_tasks.all())
    names = _names(row, drafts) if row.issuing_body_id else 0
    found = LookedUp(issuer=issuer is not None, names=names)
    if found.anything:
        row.save(update_fields=["issuing_body", "bodies_note"])
        DraftTask.objects.bulk_update(drafts, ["lead", "coordinating"], batch_size=200)
        record_event(
            chain=f"body:{row.body_id}",
            kind="plan_import.bodies_found",
            subject=Subject("plan_import", row.pk),
            actor=actor,
            now=now,
            facts={"issuer": found.issuer, "names": found.names},
        )
    return found


def look_bodies_up_everywhere(*, actor: Actor, now: datetime) -> int:
    """Do the same for every document in review that has something open; return for how many something was found."""
    waiting = PlanImport.objects.filter(state=ImportState.IN_REVIEW).order_by("pk").prefetch_related("draft_tasks")
    open_ones = [row.pk for row in waiting if row.issuing_body_id is None or _asked(row.draft_tasks.all())]
    return sum(look_bodies_up(import_id=pk, actor=actor, now=now).anything for pk in open_ones)


def _issuer(row: PlanImport) -> int | None:
    return find_issuing_body(row.head.get("issuing_body") or "", place=row.head.get("place") or "", on=_day(row))


def _names(row: PlanImport, drafts: Iterable[DraftTask]) -> int:
    """Put what is found now on the drafts; return how many names that settles."""
    named = name_bodies(_asked(drafts), issuing_body_id=row.issuing_body_id or 0, on=_day(row))
    found = {name: answer for name, answer in named.answers.items() if answer["how"] == "found"}
    for draft in drafts:
        apply_names(draft, found)
    row.bodies_note = named.note or row.bodies_note
    return len(found)


def _asked(drafts: Iterable[DraftTask]) -> tuple[str, ...]:
    return unanswered({"lead": draft.lead, "coordinating": draft.coordinating} for draft in drafts)


def _day(row: PlanImport) -> date | None:
    issued = row.head.get("date")
    return date.fromisoformat(issued) if issued else None
