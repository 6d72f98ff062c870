"""Erase every word about people from the cases of a submission. Numbers, days, states, sums and articles stay."""

from datetime import datetime
from functools import partial

from django.db import transaction
from django.db.models import F

from minhbach.domain.access import Actor
from minhbach.foundation.actions.destroy_files import destroy_files_about
from minhbach.foundation.actions.erase_mails import erase_mails_about
from minhbach.foundation.actions.record_event import record_event
from minhbach.foundation.contracts import Subject, body_chain
from minhbach.foundation.files import quarantine
from minhbach.papers.actions.erase_letters import erase_letters_about
from minhbach.privacy.contracts import Erased
from minhbach.requests.models import (
    Answer,
    AnswerFile,
    Case,
    Consultation,
    Contentment,
    DeliverySent,
    FileFinding,
    PortalNews,
    RemovedPart,
    Review,
    Step,
)
from minhbach.requests.queries.answers import ANSWER_FILE
from minhbach.requests.queries.cases import CASE


def erase_cases_of(submission_id: int, *, actor: Actor, now: datetime) -> Erased:
    """Erase, in the caller's transaction, what the cases of a submission say; safe twice. The caller may.

    What was published of an answer went through the gate without its requester, and stays.
    """
    cases = list(Case.objects.select_for_update().filter(submission=submission_id))
    ids = [case.pk for case in cases]
    files = _erase_files(ids, now)
    _erase_words(ids)
    about = [Subject(CASE, pk) for pk in ids]
    letters, mails = erase_letters_about(about, now=now), erase_mails_about(about)
    for case in cases:
        record_event(
            chain=body_chain(case.body_id),
            kind="case.erased",
            subject=Subject(CASE, case.pk),
            actor=actor,
            now=now,
            facts={"number": case.number},
        )
    return Erased({"files": files, "letters": letters, "mails": mails})


def _erase_files(ids: list[int], now: datetime) -> int:
    rows = AnswerFile.objects.filter(case__in=ids)
    for place in rows.exclude(place="").values_list("place", flat=True):
        transaction.on_commit(partial(quarantine.remove, place))
    FileFinding.objects.filter(file__case__in=ids).delete()
    destroy_files_about([Subject(ANSWER_FILE, pk) for pk in rows.values_list("pk", flat=True)], now=now)
    return rows.update(name="", place="", trouble="", file_id=None)


def _erase_words(ids: list[int]) -> None:
    Case.objects.filter(pk__in=ids).update(subject="", search_text=F("number"))
    Step.objects.filter(case__in=ids).update(words="", note="", facts={})
    Answer.objects.filter(case__in=ids).update(given="", reason="", kept="", remedy="", explainer="", where="")
    RemovedPart.objects.filter(answer__case__in=ids).update(place="", reason="")
    Consultation.objects.filter(case__in=ids).update(sealed_who="", question="", words="")
    Contentment.objects.filter(case__in=ids).update(words="")
    Review.objects.filter(case__in=ids).update(words="", decision="")
    PortalNews.objects.filter(portal_case__case__in=ids).update(content={}, said="")
    DeliverySent.objects.filter(answer__case__in=ids).update(words="", code_hash="", put_right="")
