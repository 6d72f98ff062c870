"""Files of answers as the gate redacts them: the copy is looked through like any file, the original stays behind."""

from collections.abc import Collection, Iterable, Sequence

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import override

from minhbach.domain.access import Actor
from minhbach.domain.lifecycles.request import UNDECIDED
from minhbach.domain.statutes import Statute
from minhbach.foundation.contracts import Subject
from minhbach.foundation.queries import file_record_of
from minhbach.intake.contracts import FileRole
from minhbach.intake.holding import put_aside
from minhbach.publication.contracts import FileToRedact, MadeCopy, PublicationRefused
from minhbach.publication.queries.redactions import RemovedPlaces, removed_places
from minhbach.publication.redaction.grounds import ground_of, worded
from minhbach.publication.registries import Host
from minhbach.requests.answering.values import Removed
from minhbach.requests.contracts import AnswerFileState
from minhbach.requests.dues import law_of
from minhbach.requests.jobs import look_through_answer_files
from minhbach.requests.models import AnswerFile, Case
from minhbach.requests.queries.answers import files_of_answer
from minhbach.requests.queries.cases import CASE, cases_of_readers


def removed_from(case: Case, files: Iterable[AnswerFile]) -> tuple[Removed, ...]:
    """Return what was taken out of the files, as parts that are not provided: one for each file and ground.

    They name the places, the ground of refusal of the case's law, and what the ground is about in everyday words.
    """
    own = {file.pk: file for file in files}
    found = removed_places(Subject(CASE, case.pk), results=list(own))
    with override("vi"):
        return tuple(_part(own[one.result], one, law_of(case)) for one in found)


def not_told(removed: Sequence[Removed], given: Sequence[Removed]) -> tuple[Removed, ...]:
    """Return what was taken out of files and is named by no part of an answer: by its place."""
    said = [one.place for one in given]
    return tuple(one for one in removed if not any(one.place in place or place in one.place for place in said if place))


def _part(file: AnswerFile, one: RemovedPlaces, law: Statute) -> Removed:
    pages = ", ".join(str(page) for page in one.pages)
    place = _("Tệp %(name)s, trang %(pages)s") % {"name": file.name, "pages": pages}
    ground = ground_of(one.statute, one.ground)
    class_code = ground.class_code if ground else ""
    key = next((refusal.key for refusal in law.refusal_grounds if class_code in refusal.classes), "")
    return Removed(place, key, _("Đã che nội dung thuộc %(what)s") % {"what": worded(one.statute, one.ground)})


def _sees(actor: Actor, case_id: int) -> bool:
    return actor.system is not None or cases_of_readers(actor).filter(pk=case_id).exists()


def _seen_by(actor: Actor) -> Collection[int]:
    return cases_of_readers(actor)


def _file(case_id: int, file_id: int) -> FileToRedact:
    case = Case.objects.get(pk=case_id)
    row = files_of_answer(case).filter(file_id=file_id, state=AnswerFileState.LOOKED).first()
    if row is None or case.state not in UNDECIDED:
        raise PublicationRefused(_("Tệp chỉ che được khi yêu cầu đang được giải quyết, và máy đã kiểm tra xong."))
    record = file_record_of(file_id)
    return FileToRedact(record.id, record.name, record.sha256, case.body_id, law_of(case).number)


def _names(case_ids: Collection[int]) -> dict[int, str]:
    rows = Case.objects.filter(pk__in=list(case_ids)).values_list("pk", "number")
    return {pk: _("Yêu cầu %(number)s") % {"number": number} for pk, number in rows}


def _page(case_id: int) -> str:
    return reverse("requests:answer_files", args=[case_id])


def _take(copy: MadeCopy) -> int:
    case = Case.objects.select_for_update().get(pk=copy.subject_id)
    row = files_of_answer(case).filter(file_id=copy.file_id).first()
    if row is None or case.state not in UNDECIDED:
        raise PublicationRefused(_("Tệp này không còn trong trả lời, hoặc trả lời đã trình duyệt."))
    row.state = AnswerFileState.TAKEN_OUT
    row.save(update_fields=["state"])
    waiting = put_aside(name=copy.name, content=copy.content, role=FileRole.ATTACHMENT)
    look_through_answer_files.enqueue()
    return AnswerFile.objects.create(
        case=case,
        state=AnswerFileState.WAITING,
        name=waiting.name,
        size=waiting.size,
        place=waiting.place,
        added_by_id=copy.actor.person,
        added_at=copy.now,
    ).pk


CASE_HOST = Host(sees=_sees, seen_by=_seen_by, file=_file, names=_names, page=_page, take=_take)
