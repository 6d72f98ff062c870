"""Step 2 of making a request: what is public already, and which agency is asked for the rest."""

from django.utils.translation import gettext as _

from minhbach.agencies.contracts import BodyRecord
from minhbach.agencies.queries import bodies
from minhbach.foundation import clock
from minhbach.requests.answering.drafted import Drafted
from minhbach.requests.asking.forms import OTHER, UNSURE, WhereForm
from minhbach.requests.complaints.reporting_wrong import looks_like_denunciation
from minhbach.requests.suggesting import agencies_called, agency_if_unsure, suggestions_for, takes_requests
from minhbach.requests.views.asked import Asked, Step


def where(asked: Asked) -> Step:
    """Show what may answer already, and the agencies that may hold it; take the choice."""
    today, draft = clock.today(), asked.draft
    found = suggestions_for(draft.text, first=draft.first_body, on=today)
    called = agencies_called(asked.typed.get("called", ""), on=today) if asked.typed is not None else ()
    offered = list({one.id: one for one in (*_known_already(asked), *found.agencies, *called)}.values())
    initial = {"body": UNSURE if draft.is_agency_unsure else draft.body_id or (offered[0].id if offered else "")}
    form = WhereForm(asked.typed, offered=[(one.id, one.full_name) for one in offered], initial=initial)
    if asked.typed is not None and form.is_valid():
        chosen = _agency(form, draft, called)
        if chosen is not None:
            unsure = form.cleaned_data["body"] == UNSURE
            # Who asks another commune is asked anew whether they live there.
            lives = draft.lives_there if chosen == draft.body_id else None
            return Step(draft.answered(2, body_id=chosen, is_agency_unsure=unsure, lives_there=lives))
    context = {"form": form, "published": found.published, "denounces": looks_like_denunciation(draft.text)}
    return Step(template="requests/ask_where.html", context=context)


def _known_already(asked: Asked) -> tuple[BodyRecord, ...]:
    """Return the agency that was chosen before, and one that an earlier page offered and that is chosen now."""
    chosen = asked.typed.get("body", "") if asked.typed is not None else ""
    ids = [asked.draft.body_id] if asked.draft.body_id and not asked.draft.is_agency_unsure else []
    ids += [int(chosen)] if chosen.isdecimal() and len(chosen) < 18 else []
    return tuple(one for one in bodies(ids).values() if takes_requests(one.id, on=clock.today()))


def _agency(form: WhereForm, draft: Drafted, called: tuple[BodyRecord, ...]) -> int | None:
    """Return the agency that was chosen, or put at its box what still has to be said."""
    today, told = clock.today(), form.cleaned_data
    if told["body"] == UNSURE:
        found = agency_if_unsure(draft.text, first=draft.first_body, on=today)
        if found is None:
            form.add_error("body", _("Chưa có cơ quan nào nhận ở đây. Gọi số ở chân trang để được chỉ nơi gửi."))
        return found
    if told["body"] != OTHER:
        return int(told["body"]) if takes_requests(int(told["body"]), on=today) else None
    if len(called) == 1:
        return called[0].id
    if called:
        form.add_error("body", _("Chọn một cơ quan trong những cơ quan tìm thấy."))
    elif told["called"]:
        form.add_error("called", _("Không tìm thấy cơ quan có tên này. Thử ít từ hơn, hoặc chọn “Không rõ”."))
    else:
        form.add_error("called", _("Ghi tên cơ quan, hoặc chọn “Không rõ”."))
    return None
