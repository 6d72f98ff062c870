"""A body's own plan, drawn from the plan above, as a document in the layout of Decree 30/2020."""

from datetime import date

from minhbach.domain.text import squeeze
from minhbach.papers.contracts import Block, Heading, Item, Paper, Paragraph, Signature, Table
from minhbach.papers.queries import letterhead
from minhbach.papers.writing import day_written
from minhbach.planning.models import DraftTask, Plan, PlanImport

KIND = "Kế hoạch"
HEADS = ("TT", "Nhiệm vụ", "Chủ trì", "Phối hợp", "Thời hạn", "Sản phẩm")
WIDTHS = (5, 33, 17, 15, 15, 15)


def paper_of(row: PlanImport, *, year: int) -> Paper:
    """Return the document as it stands under review; what is not known yet is left open to be filled in by hand.

    It is Vietnamese whoever asks: a document has one language.

    :param year: printed while the document has no date.
    """
    printed = letterhead(row.issuing_body_id or row.body_id)
    head, number = row.head, str(row.head.get("number") or "")
    position = str(head.get("signer_position") or printed.position).upper()
    return Paper(
        kind=str(head.get("doc_type") or KIND),
        body_above=printed.body_above,
        issuing_body=printed.issuing_body,
        number=int(number) if number.isdecimal() else 0,
        symbol=str(head.get("symbol") or ""),
        place=str(head.get("place") or printed.place),
        day=date.fromisoformat(head["date"]) if head.get("date") else None,
        year=year,
        subject=str(head.get("title") or ""),
        blocks=_blocks(row),
        recipients=(*_told(row), "Như phần II", "Lưu: VT"),
        signature=Signature(authority=printed.authority, position=position, name=str(head.get("signer") or "")),
    )


def title_under(above: Plan) -> str:
    """Return the title that a plan under another one begins with: "Thực hiện Kế hoạch số 15/KH-UBND ngày … về …"."""
    about = squeeze(above.title)
    about = about[:1].lower() + about[1:]
    return squeeze(f"Thực hiện {_called(above)} {about if about.startswith('về ') or not about else 'về ' + about}")


def _blocks(row: PlanImport) -> tuple[Block, ...]:
    drafts = [draft for draft in row.draft_tasks.all() if not draft.left_out]
    above = _called(row.above) if row.above else "kế hoạch của cấp trên"
    return (
        Heading("I. MỤC ĐÍCH, YÊU CẦU"),
        Item("1.", f"Tổ chức thực hiện kịp thời, đầy đủ các nhiệm vụ được giao tại {above}."),
        Item("2.", "Phân công rõ đơn vị chủ trì, đơn vị phối hợp, thời hạn và sản phẩm của từng nhiệm vụ."),
        Heading("II. NHIỆM VỤ"),
        Table(head=HEADS, rows=tuple(map(_cells, drafts)), widths=WIDTHS, centred=(0,)),
        Heading("III. TỔ CHỨC THỰC HIỆN"),
        Paragraph(
            "Các đơn vị được phân công chủ trì tổ chức thực hiện, báo cáo tiến độ và kết quả đúng thời hạn; "
            "kịp thời phản ánh khó khăn, vướng mắc để được xem xét, giải quyết."
        ),
    )


def _cells(draft: DraftTask) -> tuple[str, ...]:
    title = f"{draft.title} ({draft.scope})" if draft.scope else draft.title
    return (
        draft.number or str(draft.position),
        squeeze(title),
        "\n".join(name["text"] for name in draft.lead),
        "\n".join(name["text"] for name in draft.coordinating),
        draft.deadline_text,
        squeeze(draft.product),
    )


def _called(plan: Plan) -> str:
    number = f"số {plan.number}/{plan.symbol}" if plan.number and plan.symbol else ""
    when = day_written(plan.issued_on) if plan.issued_on else ""
    issuer = plan.issuing_body.name if plan.issuing_body else plan.issuer_name
    return " ".join(filter(None, (plan.doc_type, number, when, f"của {issuer}" if issuer else "")))


def _told(row: PlanImport) -> tuple[str, ...]:
    issuer = row.above.issuing_body if row.above else None
    return (f"{issuer.name} (để báo cáo)",) if issuer else ()
