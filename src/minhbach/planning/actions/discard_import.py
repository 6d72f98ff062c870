"""Drop an import before it became a plan, and take that back."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from minhbach.domain.access import Actor
from minhbach.domain.lifecycles.plan_import import PLAN_IMPORT, ImportEvent, ImportState
from minhbach.foundation.actions.record_event import record_event
from minhbach.foundation.contracts import Subject
from minhbach.foundation.files import quarantine
from minhbach.planning.contracts import ImportRefused
from minhbach.planning.models import Plan, PlanImport
from minhbach.planning.queries import import_for_change


@transaction.atomic
def discard_import(*, import_id: int, actor: Actor, now: datetime) -> None:
    """Drop the import. What was corrected stays with it, so that it can be taken back.

    :raises PlanNotVisible: if the import is not there for the actor.
    :raises ImportRefused: if a plan was made of it, which would be left without its document.
    :raises MoveNotAllowed: if its state does not allow it.
    """
    plan_import = import_for_change(import_id, actor=actor)
    if Plan.objects.filter(plan_import=plan_import).exists():
        raise ImportRefused(_("Văn bản này đã thành kế hoạch nên không bỏ được; sửa xong thì xác nhận lại."))
    plan_import.state = PLAN_IMPORT.next(ImportState(plan_import.state), ImportEvent.DISCARD)
    plan_import.save(update_fields=["state"])
    transaction.on_commit(lambda: quarantine.remove(plan_import.file_sha256))
    _note(plan_import, actor, now)


@transaction.atomic
def take_back_import(*, import_id: int, actor: Actor, now: datetime) -> None:
    """Go on with the review of a dropped import.

    :raises PlanNotVisible: if the import is not there for the actor.
    :raises ImportRefused: if the document was never read, or was imported again meanwhile.
    """
    plan_import = import_for_change(import_id, actor=actor)
    if plan_import.stored_file_id is None and not plan_import.drawn:
        raise ImportRefused(_("Văn bản này chưa đọc xong khi bị bỏ. Nhập lại tệp."))
    open_again = PlanImport.objects.filter(body_id=plan_import.body_id, file_sha256=plan_import.file_sha256)
    if open_again.filter(state__in=[ImportState.WAITING, ImportState.IN_REVIEW, ImportState.CONFIRMED]).exists():
        raise ImportRefused(_("Văn bản này đã được nhập lại; xem lần nhập mới."))
    plan_import.state = PLAN_IMPORT.next(ImportState(plan_import.state), ImportEvent.TAKE_BACK)
    plan_import.save(update_fields=["state"])
    _note(plan_import, actor, now)


def _note(plan_import: PlanImport, actor: Actor, now: datetime) -> None:
    record_event(
        chain=f"body:{plan_import.body_id}",
        kind=f"plan_import.{plan_import.state}",
        subject=Subject("plan_import", plan_import.pk),
        actor=actor,
        now=now,
    )
