"""Files for a requester: added, looked through, answered for, taken out. None goes out unseen."""

from collections.abc import Collection
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from minhbach.domain.access import Actor
from minhbach.domain.lifecycles.request import UNDECIDED, RequestEvent
from minhbach.domain.text import nfc, squeeze
from minhbach.extraction.contracts import CannotRead
from minhbach.extraction.screening.contracts import Finding
from minhbach.extraction.screening.files import screen_bytes
from minhbach.foundation.actions.record_event import record_event
from minhbach.foundation.actions.store_file import store_file
from minhbach.foundation.contracts import Fact, FileInfected, Subject, body_chain
from minhbach.foundation.files import quarantine
from minhbach.foundation.files.looking import look_at
from minhbach.intake.contracts import WaitingFile
from minhbach.publication.contracts import NEEDS_WORDS, KeepGround
from minhbach.requests.contracts import AnswerFileState, CaseRefused
from minhbach.requests.models import AnswerFile, Case, FileFinding
from minhbach.requests.moving import refuse_other_roles
from minhbach.requests.queries.answers import ANSWER_FILE
from minhbach.requests.queries.cases import CASE, case_for_change

AROUND, MOST_FINDINGS, MOST_FILES = 60, 5000, 50
BLANK = "Tệp không có chữ, chỉ có hình."


@transaction.atomic
def add_answer_file(*, case_id: int, file: WaitingFile, actor: Actor, now: datetime) -> int:
    """Add a file that lies in quarantine, and return its id. A job looks through it; until then nobody opens it.

    :raises CaseNotVisible: if the case is not there for the actor.
    :raises CaseRefused: if the actor may not, the case is not in work, or there are too many files.
    """
    case = _in_work(case_id, actor)
    if case.answer_files.count() >= MOST_FILES:
        raise CaseRefused(_("Nhiều nhất %(most)s tệp cho một yêu cầu.") % {"most": MOST_FILES}, field="files")
    row = AnswerFile.objects.create(
        case=case,
        state=AnswerFileState.WAITING,
        name=file.name,
        size=file.size,
        place=file.place,
        added_by_id=actor.person,
        added_at=now,
    )
    _record(case, "file_added", row, actor, now)
    return row.pk


def look_through_file(*, file_id: int, actor: Actor, now: datetime) -> None:
    """Screen a file that waits, and keep it unless it carries a mark of secrecy. Safe twice, late, or two at a time."""
    row = AnswerFile.objects.filter(pk=file_id, state=AnswerFileState.WAITING).first()
    if row is None:
        return
    try:
        content = quarantine.waiting(row.place)
        look_at(content, now=now)
        found = screen_bytes(content)
    except FileNotFoundError:
        _settle(file_id, b"", "Tệp chờ đọc không còn. Thêm lại tệp.", (), "", actor, now)
    except FileInfected as infected:
        _settle(file_id, b"", infected.sentence, (), "", actor, now)
    except CannotRead as refused:
        # A picture without any text can only be looked at by people.
        blank = refused.code == "empty"
        unread = BLANK if blank else ""
        _settle(file_id, content, "" if blank else refused.message, (), "", actor, now, unread=unread)
    else:
        rows = tuple(_finding(one, found.text) for one in found.screening.findings[:MOST_FINDINGS])
        unread = "; ".join(found.unread)
        _settle(file_id, content, "", rows, found.screening.secrecy or "", actor, now, unread=unread)


@transaction.atomic
def answer_file_findings(
    *, case_id: int, finding_ids: Collection[int], ground: KeepGround, words: str, actor: Actor, now: datetime
) -> None:
    """Say why what was found may go to the requester as it is.

    :raises CaseNotVisible: if the case is not there for the actor.
    :raises CaseRefused: if the actor may not, nothing is chosen, or the ground needs words.
    """
    case = _in_work(case_id, actor)
    rows = FileFinding.objects.filter(file__case=case, pk__in=finding_ids)
    if not rows.exists():
        raise CaseRefused(_("Chọn ít nhất một chỗ."), field="findings")
    if ground in NEEDS_WORDS and not words.strip():
        raise CaseRefused(_("Ghi rõ: luật nào, ai chấp thuận ngày nào, quyết định nào."), field="words")
    count = rows.update(
        ground=ground, ground_words=squeeze(nfc(words))[:300], answered_by_id=actor.person, answered_at=now
    )
    record_event(
        chain=body_chain(case.body_id),
        kind="case.findings_answered",
        subject=Subject(CASE, case.pk),
        actor=actor,
        now=now,
        facts={"number": case.number, "ground": ground.value, "findings": count},
    )


@transaction.atomic
def take_file_out(*, case_id: int, file_id: int, actor: Actor, now: datetime) -> None:
    """Take a file out of the answer; it does not go to the requester.

    :raises CaseNotVisible: if the case is not there for the actor.
    :raises CaseRefused: if the actor may not, or there is no such file.
    """
    case = _in_work(case_id, actor)
    row = case.answer_files.exclude(state=AnswerFileState.TAKEN_OUT).filter(pk=file_id).first()
    if row is None:
        raise CaseRefused(_("Tệp này không còn trong trả lời."))
    place, row.state, row.place = row.place, AnswerFileState.TAKEN_OUT, ""
    row.save()
    _record(case, "file_taken_out", row, actor, now)
    if place:
        transaction.on_commit(lambda: quarantine.remove(place))


def _in_work(case_id: int, actor: Actor) -> Case:
    case = case_for_change(case_id, actor=actor)
    refuse_other_roles(case, RequestEvent.PREPARE, actor=actor)
    if case.state not in UNDECIDED:
        raise CaseRefused(_("Tệp chỉ thay đổi khi yêu cầu đang được giải quyết, chưa trình duyệt."))
    return case


@transaction.atomic
def _settle(
    file_id: int, content: bytes, trouble: str, findings: tuple[FileFinding, ...], secrecy: str,
    actor: Actor, now: datetime, *, unread: str = "",
) -> None:  # fmt: skip
    rows = AnswerFile.objects.select_for_update(of=("self",)).select_related("case")
    row = rows.filter(pk=file_id, state=AnswerFileState.WAITING).first()
    if row is None:  # Another worker was quicker, or it was taken out meanwhile.
        return
    place, row.place = row.place, ""
    if secrecy or not content:
        # The name of a secret document is kept no more than the document.
        row.state = AnswerFileState.REFUSED if secrecy else AnswerFileState.UNREADABLE
        row.name = "" if secrecy else row.name
        row.trouble = f"Tệp có dấu “{secrecy}”, không được giữ ở đây. Tệp không được lưu." if secrecy else trouble
    else:
        row.state = AnswerFileState.UNREADABLE if trouble else AnswerFileState.LOOKED
        row.trouble = (trouble or unread)[:500]
        stored = store_file(content=content, name=row.name, subject=Subject(ANSWER_FILE, row.pk), actor=actor, now=now)
        row.file_id, row.sha256 = stored.id, stored.sha256
    row.save()
    for one in findings if row.state == AnswerFileState.LOOKED else ():
        one.file = row
    if row.state == AnswerFileState.LOOKED:
        FileFinding.objects.bulk_create(findings, batch_size=500)
    _record(row.case, f"file_{row.state}", row, actor, now, findings=len(findings))
    transaction.on_commit(lambda: quarantine.remove(place))


def _finding(found: Finding, text: str) -> FileFinding:
    before, after = text[max(0, found.start - AROUND) : found.start], text[found.end : found.end + AROUND]
    return FileFinding(
        label=found.label,
        text=found.text[:300],
        page=found.page,
        before=" ".join(before.split())[-100:],
        after=" ".join(after.split())[:100],
        why=found.why[:200],
    )


def _record(case: Case, what: str, row: AnswerFile, actor: Actor, now: datetime, **facts: Fact) -> None:
    record_event(
        chain=body_chain(case.body_id),
        kind=f"case.{what}",
        subject=Subject(CASE, case.pk),
        actor=actor,
        now=now,
        facts={"number": case.number, "file": row.pk, "sha256": row.sha256 or None, **facts},
    )
