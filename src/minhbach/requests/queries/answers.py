"""Reads of answers and of the files that go with them; the caller has asked who may see the case."""

import hashlib
import json
from collections.abc import Iterable
from datetime import date

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from minhbach.domain.access import Actor
from minhbach.foundation.contracts import Subject
from minhbach.publication.rules import reason_by_facts
from minhbach.register.queries.visible import holds_for
from minhbach.requests.contracts import AnswerFileState
from minhbach.requests.models import Answer, AnswerFile, Case
from minhbach.requests.queries.cases import cases_visible_to, reads_sender
from minhbach.requests.queries.people import deciders_for
from minhbach.requests.rules import MAY_DECIDE

ANSWER_FILE = "answer_file"
"""The kind under which stored files name the file of an answer that they are."""


def latest_answer(case: Case) -> Answer | None:
    """Return the answer that counts, with who drafted and approved it."""
    rows = Answer.objects.filter(case=case).select_related("drafted_by", "approved_by")
    return rows.prefetch_related("removed").order_by("-pk").first()


def files_of_answer(case: Case) -> QuerySet[AnswerFile]:
    """Return the files that go to the requester, or are looked through for it."""
    return case.answer_files.exclude(state__in=(AnswerFileState.TAKEN_OUT, AnswerFileState.REFUSED))


def why_unfit(files: Iterable[AnswerFile]) -> str:
    """Return why these files may not go out, "" where they may: every one looked through, every finding answered."""
    for file in files:
        if file.state == AnswerFileState.WAITING:
            return _("Tệp “%(name)s” chưa được kiểm tra xong. Chờ một lát rồi tải lại trang.") % {"name": file.name}
        if file.state == AnswerFileState.UNREADABLE:
            return _("Không kiểm tra được tệp “%(name)s”. Bỏ tệp ấy, hoặc thay bằng tệp đọc được.") % {
                "name": file.name
            }
        if file.findings.filter(ground="").exists():
            return _("Tệp “%(name)s” còn dữ liệu cá nhân chưa xử lý.") % {"name": file.name}
    return ""


def only_for_eyes(files: Iterable[AnswerFile]) -> list[AnswerFile]:
    """Return the files with something inside that no machine could read: whoever approves has to look."""
    return [file for file in files if file.state == AnswerFileState.LOOKED and file.trouble]


def digest_of(row: Answer, files: Iterable[AnswerFile]) -> str:
    """Return a digest of all that goes out, by which what is sent is held to what was approved."""
    words = [row.outcome, row.ground, row.given, row.reason, row.kept, row.remedy, row.explainer, row.where]
    parts = [[one.place, one.ground, one.reason] for one in row.removed.all()]
    text = json.dumps([words, parts, sorted(file.sha256 for file in files)], ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()


def why_not_approve(case: Case, row: Answer, *, actor: Actor, on: date) -> str | None:
    """Return why the actor may not approve, or None; who had a hand in it may only where nobody else leads."""
    part = _took_part(case, row)
    return reason_by_facts(
        leads=holds_for(actor, MAY_DECIDE, case.body_id),
        took_part=actor.person in part,
        others=bool(deciders_for(case.body_id, on=on) - part),
    )


def takes_part(case: Case, row: Answer, *, actor: Actor) -> bool:
    """True if the actor drafted the answer, or answered for what was found in its files."""
    return actor.person in _took_part(case, row)


def _took_part(case: Case, row: Answer) -> frozenset[int]:
    found = case.answer_files.filter(findings__answered_by__isnull=False)
    answered = found.values_list("findings__answered_by", flat=True).distinct()
    return frozenset(one for one in (row.drafted_by_id, *answered) if one is not None)


def files_to_look_through() -> tuple[int, ...]:
    """Return the ids of files that nobody has looked through yet, the oldest first (for jobs)."""
    rows = AnswerFile.objects.filter(state=AnswerFileState.WAITING).order_by("pk")
    return tuple(rows.values_list("pk", flat=True))


def may_read_answer_file(actor: Actor, subject: Subject) -> bool:
    """Answer foundation's question who may open a file of an answer: who deals with the case."""
    row = AnswerFile.objects.select_related("case").filter(pk=int(subject.id)).first()
    if row is None or not cases_visible_to(actor).filter(pk=row.case_id).exists():
        return False
    return reads_sender(row.case, actor=actor)
