"""Documents on their way to becoming plans."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from minhbach.domain.access import Actor
from minhbach.domain.lifecycles.plan_import import ImportState
from minhbach.domain.reading.results import DeadlineKind
from minhbach.foundation.contracts import Subject
from minhbach.planning.contracts import PlanNotVisible
from minhbach.planning.models import DraftTask, PlanImport
from minhbach.planning.ordering import ordered
from minhbach.planning.rules import MAY_IMPORT, Doubt, doubts, is_issued, plan_name

IMPORT_COLUMNS = {"luc": "uploaded_at", "tinh-trang": "state", "co-quan": "body__sort_key", "tep": "file_name"}


def imports_visible_to(actor: Actor) -> QuerySet[PlanImport]:
    """Return the imports of the bodies in which the actor holds a post that imports; newest first."""
    return PlanImport.objects.filter(body_id__in=actor.bodies_where(*MAY_IMPORT)).order_by("-uploaded_at")


def visible_import(import_id: int, *, actor: Actor) -> PlanImport:
    """Return one import.

    :raises PlanNotVisible: if it is not there for the actor.
    """
    row = imports_visible_to(actor).select_related("body", "issuing_body").filter(pk=import_id).first()
    if row is None:
        raise PlanNotVisible
    return row


def import_for_change(import_id: int, *, actor: Actor) -> PlanImport:
    """Return one import, locked until the end of the transaction.

    :raises PlanNotVisible: if it is not there for the actor.
    """
    row = imports_visible_to(actor).select_for_update().filter(pk=import_id).first()
    if row is None:
        raise PlanNotVisible
    return row


def may_read_import_file(actor: Actor, subject: Subject) -> bool:
    """Answer foundation's question who may open the original of an import."""
    return imports_visible_to(actor).filter(pk=int(subject.id)).exists()


def imports_in_state(rows: QuerySet[PlanImport], state: str) -> QuerySet[PlanImport]:
    """Return the imports in this state, or all where none is named."""
    return rows.filter(state=state) if state else rows


def sorted_imports(rows: QuerySet[PlanImport], asked: str) -> QuerySet[PlanImport]:
    """Return the imports sorted by a column of `IMPORT_COLUMNS`, the newest first unless asked otherwise."""
    return ordered(rows, asked, IMPORT_COLUMNS, default="-luc", then=("-pk",))


def doubts_of(draft: DraftTask) -> tuple[Doubt, ...]:
    """Return what of the draft is not sure yet; nothing for one that was left out."""
    if draft.left_out:
        return ()
    return doubts(
        title=draft.title,
        lead=draft.lead,
        coordinating=draft.coordinating,
        deadline_kind=DeadlineKind(draft.deadline_kind),
    )


def reason_not_to_confirm(plan_import: PlanImport, drafts: Sequence[DraftTask]) -> str | None:
    """Return why the document cannot become a plan yet, in the reader's language; None where nothing is open.

    :param drafts: its tasks, without those that were left out.
    """
    if not drafts:
        return _("Chưa có nhiệm vụ nào. Thêm nhiệm vụ, hoặc bỏ lần nhập này.")
    if plan_import.issuing_body_id is None:
        return _("Chưa rõ cơ quan ban hành: chọn ở phần Thông tin văn bản.")
    if plan_import.drawn and not is_issued(plan_import.head):
        # A body's own plan binds once it is signed; until then it is a proposal that can go on being changed.
        return _("Kế hoạch chưa ban hành: khi đã ký, ghi số, ký hiệu và ngày ở phần Thông tin văn bản rồi xác nhận.")
    open_places = sum(any(doubt.blocks for doubt in doubts_of(draft)) for draft in drafts)
    if open_places:
        sentence = _("Còn %(count)s nhiệm vụ có chỗ chưa rõ. Xem từng chỗ ở danh sách rồi xác nhận.")
        return sentence % {"count": open_places}
    return None


def first_hindrance(drafts: Iterable[DraftTask]) -> tuple[DraftTask, Doubt] | None:
    """Return the first task that cannot become one yet, and what of it is open; names before the rest."""
    open_ones = [(draft, doubt) for draft in drafts for doubt in doubts_of(draft) if doubt.blocks]
    return next((one for one in open_ones if one[1].name), next(iter(open_ones), None))


def waiting_imports(actor: Actor) -> QuerySet[PlanImport]:
    """Return the imports that wait for a person to check and confirm them."""
    return imports_visible_to(actor).filter(state=ImportState.IN_REVIEW)


def head_name(head: dict[str, Any]) -> str:
    """Return how a document under review is called for short, from its head as read."""
    return plan_name(
        doc_type=head.get("doc_type") or "", number=head.get("number") or "", symbol=head.get("symbol") or ""
    )
