"""A file of an answer of the first ward that is being marked: read by those who deal with the case alone."""

from minhbach.domain.access import Role, system_actor
from minhbach.foundation.contracts import Subject
from minhbach.intake.contracts import FileRole
from minhbach.intake.holding import put_aside
from minhbach.publication.actions.begin_redaction import begin_redaction
from minhbach.publication.actions.mark_places import mark_place
from minhbach.publication.actions.read_redaction import read_redaction
from minhbach.publication.contracts import MarkSource
from minhbach.publication.redaction.places import Place
from minhbach.requests.actions.answer_files import add_answer_file, look_through_file
from minhbach.requests.models import AnswerFile
from minhbach.requests.queries.cases import CASE
from minhbach.requests.rules import READS_SENDERS
from tests.world.values import NOW, World

READERS = tuple(role.value for role in READS_SENDERS)


def plant(world: World) -> None:
    """Add a file to a case in work and mark a line of it."""
    case_id, specialist = int(str(world.samples["case_consulting"])), world.actors[Role.SPECIALIST.value]
    said = world.hides("chữ trong tệp trả lời đang được che", seen_by=READERS)
    name = world.hides("tên tệp trả lời đang được che", seen_by=READERS)
    waiting = put_aside(name=f"{name}.txt", content=f"Phụ lục {said}.\n".encode(), role=FileRole.ATTACHMENT)
    file = add_answer_file(case_id=case_id, file=waiting, actor=specialist, now=NOW)
    look_through_file(file_id=file, actor=system_actor("screener"), now=NOW)
    stored = AnswerFile.objects.get(pk=file).file_id
    assert stored is not None
    redaction_id = begin_redaction(subject=Subject(CASE, case_id), file_id=stored, actor=specialist, now=NOW)
    read_redaction(redaction_id=redaction_id, actor=system_actor("reader"), now=NOW)
    line = Place(page=1, source=MarkSource.LINES, lines=(1,))
    mark_place(redaction_id=redaction_id, place=line, ground="15.2", actor=specialist, now=NOW)
    world.knows("redaction_id", redaction_answer=redaction_id)
    world.knows("file_id", file_redacted_answer=stored)
