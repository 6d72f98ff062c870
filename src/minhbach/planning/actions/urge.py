"""Draft the letters that urge bodies about a plan's tasks (đôn đốc); papers number them, keep the signed scan."""

import datetime as dt
from collections.abc import Collection, Sequence

from django.db import transaction
from django.utils.translation import gettext as _

from minhbach.domain.access import Actor
from minhbach.domain.text import nfc
from minhbach.foundation.actions.record_event import record_event
from minhbach.foundation.contracts import Subject, body_chain
from minhbach.foundation.dates import local_date
from minhbach.papers.actions.draft_letter import draft_letter
from minhbach.papers.queries import letterhead
from minhbach.planning.contracts import WorkRefused
from minhbach.planning.models import Plan, Urging
from minhbach.planning.queries.plans import PLAN
from minhbach.planning.queries.urging import parts_to_urge, plan_to_urge
from minhbach.planning.urging.letters import Urged, UrgedPart, by_body
from minhbach.planning.urging.paper import Occasion, named_in_letters, urging_paper

LETTERS_AT_ONCE = 100
"""Of letters to one body each: more would be drafted by mistake than signed by anybody."""


@transaction.atomic
def urge(
    *, plan_id: int, reason: Urged, body_ids: Collection[int], answer_by: dt.date, separately: bool, more: str = "",
    actor: Actor, now: dt.datetime,
) -> tuple[int, ...]:  # fmt: skip
    """Draft one letter to all the bodies, or one to each, and return the letters' ids.

    The letters say how the work stands today; what of a body is no longer late meanwhile is left out.

    :param answer_by: the last day for the answer, not before today.
    :param more: what the officer adds, lines as paragraphs.
    :raises PlanNotVisible: if the plan is not there for the actor, or not theirs to follow.
    :raises WorkRefused: if no body is left to urge, the day is over, or there would be more than a hundred letters.
    """
    plan, today = plan_to_urge(plan_id, actor=actor), local_date(now)
    if answer_by < today:
        raise WorkRefused(_("Ngày báo cáo đã qua. Ghi hôm nay hoặc một ngày sau."))
    parts = [part for part in parts_to_urge(plan, reason, on=today, actor=actor) if part.body_id in set(body_ids)]
    if not parts:
        raise WorkRefused(_("Chọn ít nhất một cơ quan cần đôn đốc."))
    letters = list(by_body(parts).values()) if separately else [parts]
    if len(letters) > LETTERS_AT_ONCE:
        raise WorkRefused(
            _("Nhiều nhất %(most)s công văn một lần: chọn bớt cơ quan, hoặc gửi chung một công văn.")
            % {"most": LETTERS_AT_ONCE}
        )
    name = named_in_letters(doc_type=plan.doc_type, number=plan.number, symbol=plan.symbol)
    occasion = Occasion(name, plan.title, plan.issued_on, reason, today, answer_by, nfc(more).strip())
    drafted = tuple(_draft(plan, own, occasion, actor, now) for own in letters)
    record_event(
        chain=body_chain(plan.body_id),
        kind="plan.urged",
        subject=Subject(PLAN, plan.pk),
        actor=actor,
        now=now,
        facts={
            "reason": reason.value,
            "bodies": len(by_body(parts)),
            "works": len(parts),
            "letters": len(drafted),
            "first_letter": drafted[0],
        },
    )
    return drafted


def _draft(plan: Plan, parts: Sequence[UrgedPart], occasion: Occasion, actor: Actor, now: dt.datetime) -> int:
    paper = urging_paper(parts, occasion, head=letterhead(plan.body_id))
    letter = draft_letter(paper=paper, body_id=plan.body_id, actor=actor, now=now, about=Subject(PLAN, plan.pk))
    Urging.objects.bulk_create(
        (Urging(assignment_id=part.assignment_id, letter_id=letter, drafted_at=now) for part in parts), batch_size=1000
    )
    return letter
