"""What a request lacks that its statute wants, and the words that ask for it: proposed, a person looks and sends."""

from collections.abc import Sequence

from minhbach.domain.statutes import Statute
from minhbach.domain.statutes.requests import RequestField, Rule
from minhbach.domain.statutes.values import cited_as
from minhbach.intake.contracts import Behalf, FileRole, Sender
from minhbach.intake.queries import files_of, sender_of
from minhbach.requests.models import Case

_TOLD_OTHERWISE = frozenset({"information", "form_of_provision", "contact"})
"""A request cannot be taken in without the first two; the third is wanted only if there is any."""


def lacking_fields(case: Case, law: Statute) -> tuple[RequestField, ...]:
    """Return the fields that the statute wants of a request and that this one does not fill, in the statute's order.

    Nothing where the sender is erased already.
    """
    sender = sender_of(case.submission_id)
    if sender is None:
        return ()
    return tuple(one for one in law.request_fields if one.key not in _TOLD_OTHERWISE and _lacks(one, sender))


def lacking_of_askers(case: Case, law: Statute) -> tuple[Rule, ...]:
    """Return what the statute says of who may ask, where this request does not show that it is so.

    People from elsewhere and foreigners say how it concerns them; an organisation brings its list, a representative a
    paper.
    """
    sender = sender_of(case.submission_id)
    if sender is None:
        return ()
    behalf, roles = Behalf(case.submission.behalf), {file.role for file in files_of(case.submission_id)}
    lacks = {
        "from_elsewhere": bool(case.submission.is_elsewhere) and not sender.concern,
        "foreigner": behalf is Behalf.FOREIGNER and not sender.concern,
        "organisation": behalf is Behalf.ORGANISATION and not sender.people and FileRole.PEOPLE not in roles,
        "under_18": behalf is Behalf.MINOR and FileRole.AUTHORISATION not in roles,
    }
    return tuple(rule for rule in law.askers if lacks.get(rule.key))


def guidance_words(case: Case, law: Statute, lacking: Sequence[RequestField | Rule]) -> str:
    """Return the words to a requester, Vietnamese as all that goes out; "" where nothing seems to lack."""
    if not lacking:
        return ""
    lines = "\n".join(_line(one, law) for one in lacking)
    return (
        f"Yêu cầu số {case.number} của Ông/Bà đã tới {case.body.name}. Để giải quyết được, xin Ông/Bà ghi thêm:\n"
        f"{lines}\n"
        "Trả lời thư báo, bổ sung ở trang Tra cứu yêu cầu, hoặc mang giấy tới quầy. "
        "Thời hạn trả lời tính từ ngày yêu cầu đủ."
    )


def _line(one: RequestField | Rule, law: Statute) -> str:
    return f"- {one.words} ({cited_as(one.article, law.title_of(one.document))});"


def _lacks(one: RequestField, sender: Sender) -> bool:
    return one.required and not (getattr(sender, one.key, "") or sender.others.get(one.key, ""))
