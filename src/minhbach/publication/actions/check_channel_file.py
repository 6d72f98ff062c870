"""Read a file that shows a publication, and keep it unless it carries a mark of secrecy."""

from datetime import datetime

from django.db import transaction

from minhbach.domain.access import Actor
from minhbach.domain.reading.results import Problem
from minhbach.foundation.actions.store_file import store_file
from minhbach.foundation.contracts import Subject
from minhbach.foundation.files import quarantine
from minhbach.publication.actions.attach_channel_file import note_channel_file, place_of
from minhbach.publication.models import ChannelFile, ScanState
from minhbach.publication.queries.channel_files import CHANNEL_FILE
from minhbach.register.files import FileUnfit, text_of_fit

# Kept as the machine's own sentence, as the reader of documents gives it.
LOST = "Tệp chờ đọc không còn. Gửi lại tệp."


def check_channel_file(*, file_id: int, actor: Actor, now: datetime) -> None:
    """Keep the file that waits, or remove it and say why. Safe to call again, late, or twice at a time."""
    try:
        content = quarantine.waiting(place_of(file_id))
        text_of_fit(content, now=now)
    except FileNotFoundError:
        _refuse(file_id, Problem("no_file", LOST), ScanState.UNREADABLE, actor, now)
    except FileUnfit as unfit:
        state = ScanState.REFUSED if unfit.is_secret else ScanState.UNREADABLE
        _refuse(file_id, unfit.problem, state, actor, now)
    else:
        _keep(file_id, content, actor, now)


@transaction.atomic
def _keep(file_id: int, content: bytes, actor: Actor, now: datetime) -> None:
    file = _still_waiting(file_id)
    if file is None:
        return
    who = Actor(person=file.handed_in_by_id) if file.handed_in_by_id else actor
    stored = store_file(content=content, name=file.name, subject=Subject(CHANNEL_FILE, file.pk), actor=who, now=now)
    file.state, file.file_id, file.name = ScanState.KEPT, stored.id, stored.name
    file.save(update_fields=["state", "file_id", "name"])
    note_channel_file(file.channel, "kept", file, who, now, sha256=stored.sha256)
    transaction.on_commit(lambda: quarantine.remove(place_of(file_id)))


@transaction.atomic
def _refuse(file_id: int, problem: Problem, state: ScanState, actor: Actor, now: datetime) -> None:
    file = _still_waiting(file_id)
    if file is None:
        return
    file.state, file.code, file.sentence = state, problem.code, problem.message[:500]
    # The name of a secret document is kept no more than the document.
    file.name = "" if state is ScanState.REFUSED else file.name
    file.save(update_fields=["state", "code", "sentence", "name"])
    note_channel_file(file.channel, state.value, file, actor, now)
    transaction.on_commit(lambda: quarantine.remove(place_of(file_id)))


def _still_waiting(file_id: int) -> ChannelFile | None:
    rows = ChannelFile.objects.select_for_update(of=("self",)).select_related("channel")
    # None: another worker was quicker while this one was reading, or somebody struck it.
    return rows.filter(pk=file_id, state=ScanState.WAITING, struck_at__isnull=True).first()
