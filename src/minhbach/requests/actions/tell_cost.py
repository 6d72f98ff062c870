"""What an answer costs: told with a sum, paid, and the account that is paid into (chi phí, thanh toán)."""

from collections.abc import Sequence
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from minhbach.domain.access import Actor, Role
from minhbach.domain.calendars.calendar import Calendar
from minhbach.domain.costs import Account, AccountRefused, CostLine, CostRefused, CostSheet, cost_sheet
from minhbach.domain.letters import LetterKey
from minhbach.domain.lifecycles.request import RequestEvent
from minhbach.domain.text import nfc, squeeze
from minhbach.foundation.actions.record_event import record_event
from minhbach.foundation.contracts import Fact, Subject, body_chain
from minhbach.foundation.dates import written
from minhbach.foundation.writing import number_written
from minhbach.papers.contracts import Table
from minhbach.requests.answering.drafting import draft
from minhbach.requests.answering.letter_values import cited
from minhbach.requests.contracts import CaseRefused, PaidWay
from minhbach.requests.dues import law_of
from minhbach.requests.models import CostNotice, PaymentAccount
from minhbach.requests.moving import move, refuse_other_roles
from minhbach.requests.outward import tell_and_move
from minhbach.requests.queries.cases import case_for_change
from minhbach.requests.telling import COST

HEAD = ("Nội dung", "Số lượng", "Đơn giá (đồng)", "Thành tiền (đồng)")


@transaction.atomic
def tell_cost(
    *, case_id: int, lines: Sequence[CostLine], postage: int, share: str, exempt: str, pay_by: date,
    calendar: Calendar, actor: Actor, now: datetime,
) -> int:  # fmt: skip
    """Tell the requester a sum and return the notice's id. Where nothing is to be paid, nobody is told to pay.

    :param share: key of the reduction of the agency's area; `exempt` of the exemption that holds; "" for none.
    :param pay_by: the last day to pay, after today.
    :raises CaseNotVisible: if the case is not there for the actor.
    :raises CaseRefused: if the actor may not, the sum is none or cannot be counted, or the day is over.
    :raises MoveNotAllowed: if no answer is approved, or it went out.
    """
    case = case_for_change(case_id, actor=actor)
    refuse_other_roles(case, RequestEvent.ASK_PAYMENT, actor=actor)
    today, law = timezone.localdate(now), law_of(case)
    try:
        sheet = cost_sheet(lines, law=law, postage=postage, share=share, exempt=exempt)
    except CostRefused as refused:
        words = str(refused)
        raise CaseRefused(f"{words[:1].upper()}{words[1:]}.") from refused
    if sheet.total <= 0:
        raise CaseRefused(_("Không có khoản nào phải trả: gửi trả lời luôn, không báo chi phí."))
    if pay_by <= today:
        raise CaseRefused(_("Hạn thanh toán phải sau hôm nay."), field="pay_by")
    more = {
        "sum": number_written(sheet.total),
        "pay_by": written(pay_by),
        "pay_how": how_to_pay(account_of(case.body_id)),
        "reduction": _reduction(sheet),
        "unverified": "; ".join(dict.fromkeys(cited(one, law) for one in sheet.unverified)),
    }
    letter = draft(case, LetterKey.COST_NOTICE, more, calendar=calendar, actor=actor, now=now, tables=(_table(sheet),))
    row = CostNotice.objects.create(
        case=case,
        lines=[[line.words, line.unit, line.quantity, line.price, line.amount] for line in sheet.lines],
        postage=sheet.postage,
        share=sheet.share,
        total=sheet.total,
        told_on=today,
        pay_by=pay_by,
        told_by_id=actor.person,
        letter_id=letter.id,
    )
    told: dict[str, Fact] = {"cost": row.pk, "total": sheet.total, "by": pay_by.isoformat()}
    tell_and_move(case, RequestEvent.ASK_PAYMENT, letter, COST, actor=actor, now=now, facts=told, told=told)
    return row.pk


@transaction.atomic
def record_payment(*, case_id: int, paid_on: date, way: PaidWay, receipt: str, actor: Actor, now: datetime) -> None:
    """Write down that the cost was paid in full, with the receipt's number.

    :raises CaseNotVisible: if the case is not there for the actor.
    :raises CaseRefused: if the actor may not, the day cannot be, or no receipt was given.
    :raises MoveNotAllowed: if nothing waits to be paid.
    """
    case = case_for_change(case_id, actor=actor)
    refuse_other_roles(case, RequestEvent.PAY, actor=actor)
    row = latest_cost(case.pk)
    if row is None or row.paid_on is not None:
        raise CaseRefused(_("Không có khoản nào chờ thanh toán."))
    if not row.told_on <= paid_on <= timezone.localdate(now):
        raise CaseRefused(_("Ngày thanh toán phải từ ngày báo chi phí đến hôm nay."), field="paid_on")
    number = squeeze(nfc(receipt))[:60]
    if not number:
        raise CaseRefused(_("Ghi số biên lai, hoặc mã giao dịch."), field="receipt")
    row.paid_on, row.paid_way, row.receipt = paid_on, way, number
    row.save()
    told = {"cost": row.pk, "total": row.total, "way": way.value}
    move(case, RequestEvent.PAY, actor=actor, now=now, on=paid_on, facts=told, told=told)


@transaction.atomic
def set_account(
    *, body_id: int, bank: str, bank_name: str, number: str, holder: str, treasury: str, actor: Actor, now: datetime
) -> None:
    """Say into which account requesters of a body pay.

    :raises CaseRefused: if the actor does not administer the body, or no code to pay by can name the account.
    """
    if not actor.holds(Role.ADMINISTRATOR, body=body_id):
        raise CaseRefused(_("Chỉ quản trị viên của cơ quan mới ghi tài khoản được."))
    try:
        account = Account(bank=bank.strip(), number=number.replace(" ", ""))
    except AccountRefused as refused:
        raise CaseRefused(str(refused), field="bank" if "BIN" in str(refused) else "number") from refused
    if not (bank_name.strip() and holder.strip()):
        raise CaseRefused(_("Ghi tên ngân hàng và chủ tài khoản."), field="holder")
    values = {
        "bank": account.bank,
        "number": account.number,
        "bank_name": squeeze(nfc(bank_name))[:120],
        "holder": squeeze(nfc(holder))[:200],
        "treasury": squeeze(nfc(treasury))[:300],
        "set_by_id": actor.person,
        "set_at": now,
    }
    PaymentAccount.objects.update_or_create(body_id=body_id, defaults=values)
    record_event(
        chain=body_chain(body_id),
        kind="payment_account.set",
        subject=Subject("body", body_id),
        actor=actor,
        now=now,
        facts={"bank": account.bank, "last_signs": account.number[-4:]},
    )


def latest_cost(case_id: int) -> CostNotice | None:
    """Return what the requester was told to pay last."""
    return CostNotice.objects.filter(case=case_id).order_by("-pk").first()


def account_of(body_id: int) -> PaymentAccount | None:
    """Return the account of a body; None while nobody set one."""
    return PaymentAccount.objects.filter(body=body_id).first()


def how_to_pay(account: PaymentAccount | None) -> str:
    """Return how a cost is paid, as letters and pages say it."""
    if account is None:
        return "tiền mặt tại nơi tiếp nhận, có biên lai"
    treasury = f"; {account.treasury}" if account.treasury else ""
    return (
        f"chuyển khoản tới {account.holder}, số {account.number}, {account.bank_name}{treasury}; "
        "hoặc tiền mặt tại nơi tiếp nhận, có biên lai"
    )


def _table(sheet: CostSheet) -> Table:
    rows = [
        (line.words, f"{number_written(line.quantity)} {line.unit}", number_written(line.price),
         number_written(line.amount))
        for line in sheet.lines
    ]  # fmt: skip
    if sheet.postage:
        rows.append(("gửi qua bưu chính", "", "", number_written(sheet.postage)))
    return Table(HEAD, tuple(rows), widths=(6, 3, 3, 3))


def _reduction(sheet: CostSheet) -> str:
    rule = sheet.share_rule
    return f"Mức thu bằng {sheet.share}%: {rule.words} ({rule.article})." if rule else ""
