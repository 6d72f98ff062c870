"""What the places of letters are filled with: facts of the case, articles of its statute. All of it Vietnamese."""

from collections.abc import Iterator, Mapping
from datetime import date

from django.utils.translation import override

from minhbach.agencies.queries.focal_points import focal_points_of
from minhbach.domain.calendars.calendar import Calendar
from minhbach.domain.statutes import Statute
from minhbach.domain.statutes.requests import Rule
from minhbach.domain.statutes.values import Cited, State
from minhbach.foundation.dates import written, written_with_weekday
from minhbach.intake.contracts import Behalf
from minhbach.intake.covering import covered
from minhbach.intake.queries import sender_of
from minhbach.requests.dues import answer_due, dues_if_valid, dues_of, law_of
from minhbach.requests.labels import DELIVERY_LABELS
from minhbach.requests.models import Case
from minhbach.requests.subjects import subject_of

NOBODY = "người yêu cầu"
LONGEST_ASKED = 1500


def letter_values(case: Case, *, calendar: Calendar, today: date) -> dict[str, str]:
    """Return what every letter about a case may say; empty where there is nothing to say."""
    with override("vi"):
        return {**_of_case(case), **_of_clock(case, calendar, today), **_of_law(case, today)}


def cited(value: Cited, law: Statute) -> str:
    """Return where a value stands, saying so where its text was not seen: for pages and letters."""
    unseen = " (chưa kiểm chứng)" if value.state is State.UNVERIFIED else ""
    return f"{law.cite(value)}{unseen}"


def explainer_of(body_id: int, on: date) -> str:
    """Return who of a body explains, with telephone; "" where no focal point is named."""
    points = focal_points_of([body_id], on=on).get(body_id, ())
    if not points:
        return ""
    point = points[0]
    unit = point.unit_name if point.unit_name != point.title else ""
    return ", ".join(filter(None, (point.title, unit, point.fields.telephone)))


def complain_lines(case: Case, law: Statute) -> str:
    """Return where and until when the requester may complain and sue, a line each (by the statute's data)."""
    return "\n".join(_complaints(case, law))


def _of_case(case: Case) -> dict[str, str]:
    row, addressee = case.submission, _addressee(case)
    # Letters are copied, posted and filed: of what people wrote, no number of their papers stands in them.
    asked = covered(row.text[:LONGEST_ASKED].replace("\n", " ").strip() if case.whole_id is None else case.subject)
    opening = (
        f"{case.body.name} nhận được yêu cầu cung cấp thông tin số {case.number} của {addressee}, "
        f"gửi ngày {written(case.sent_on)}, về: {subject_of(asked).rstrip('.')}."
    )
    return {
        "number": case.number,
        "body": case.body.name,
        "addressee": addressee,
        "opening": opening,
        "asked": asked.rstrip(".") + "." if asked else "",
        "sent": written(case.sent_on),
        "received": written(case.received_on),
        "valid": written(case.valid_on) if case.valid_on else "",
        "delivery": str(DELIVERY_LABELS[row.delivery]),
    }


def _addressee(case: Case) -> str:
    sender = sender_of(case.submission_id)
    if sender is None or not (sender.name or sender.organisation):
        return NOBODY
    if case.submission.behalf == Behalf.ORGANISATION and sender.organisation:
        return sender.organisation
    return f"Ông/Bà {sender.name}"


def _of_clock(case: Case, calendar: Calendar, today: date) -> dict[str, str]:
    law = law_of(case)
    dues = dues_of(case, calendar=calendar) or dues_if_valid(case, on=today, calendar=calendar)
    answer, notice = answer_due(dues), next((one for one in dues if one.what == "notice_of_term"), None)
    terms = {one.what: one for one in law.terms if one.about == "request"}
    return {
        "due": written_with_weekday(answer.due_on) if answer else "",
        "term_article": f"{answer.article} {law.title}" if answer else "",
        "notice_article": f"{notice.article} {law.title}" if notice else "",
        "extension_article": law.cite(terms["extended_answer"]) if "extended_answer" in terms else "",
    }


def _of_law(case: Case, today: date) -> dict[str, str]:
    law = law_of(case)
    costs = {one.key: one for one in law.costs}
    consent = next((one for one in law.request_fields if one.key == "consent"), None)
    own = law.term("petition_provided")
    return {
        "law": law.title,
        "cost_article": law.cite(costs["real_cost"]) if "real_cost" in costs else "",
        "consent_article": law.cite(consent) if consent else "",
        "correction_article": law.cite(own),
        "complaint_law": _complaint_law(law),
        "explainer": explainer_of(case.body_id, today),
        "complain": complain_lines(case, law),
    }


def _complaint_law(law: Statute) -> str:
    rules = _complaint_rules(law)
    return law.title_of(rules["limitation"].document) if "limitation" in rules else ""


def _complaint_rules(law: Statute) -> Mapping[str, Rule]:
    return {one.key: one for one in law.complaints}


def _complaints(case: Case, law: Statute) -> Iterator[str]:
    rules = _complaint_rules(law)
    right = rules.get("complain")
    within = rules.get("limitation")
    if within is not None:
        place = f"Khiếu nại tới {case.body.name}, trong {within.amount} {within.unit} kể từ ngày nhận văn bản này"
        yield f"- {place} ({cited(within, law)})."
    elif right is not None:
        yield f"- Khiếu nại tới {case.body.name} ({law.cite(right)})."
    suit = rules.get("suit")
    if suit is not None:
        yield (
            f"- Hoặc khởi kiện tại Tòa án có thẩm quyền, trong {suit.amount} {suit.unit} kể từ ngày nhận văn bản này "
            f"({cited(suit, law)})."
        )
