"""Read a file that came with a version, and keep it unless it carries a mark of secrecy."""

from datetime import datetime

from django.db import transaction

from minhbach.domain.access import Actor
from minhbach.domain.reading.results import Problem
from minhbach.foundation.files import quarantine
from minhbach.register.contracts import FileRole, NewFile
from minhbach.register.files import FileUnfit, text_of_fit
from minhbach.register.holding import keep_file, place_of
from minhbach.register.indexing import index_item
from minhbach.register.journal import note
from minhbach.register.models import HeldFile
from minhbach.register.models.files import HeldState

# Kept as the machine's own sentence; pages in other languages go by the code.
LOST = "Tệp chờ đọc không còn. Gửi lại tệp."


def check_held_file(*, held_id: int, actor: Actor, now: datetime) -> None:
    """Keep the file that waits, or remove it and say why. Safe to call again, late, or twice at a time."""
    held = HeldFile.objects.filter(pk=held_id, state=HeldState.WAITING).first()
    if held is None:
        return
    try:
        content = quarantine.waiting(place_of(held.pk))
        text = text_of_fit(content, now=now)
    except FileNotFoundError:
        _refuse(held_id, Problem("no_file", LOST), HeldState.UNREADABLE, actor, now)
    except FileUnfit as unfit:
        state = HeldState.REFUSED if unfit.is_secret else HeldState.UNREADABLE
        _refuse(held_id, unfit.problem, state, actor, now)
    else:
        _keep(held_id, content, text, actor, now)


@transaction.atomic
def _keep(held_id: int, content: bytes, text: str, actor: Actor, now: datetime) -> None:
    held = _still_waiting(held_id)
    if held is None:
        return
    file = NewFile(name=held.name, content=content, role=FileRole(held.role))
    who = Actor(person=held.handed_in_by_id) if held.handed_in_by_id else actor
    keep_file(held.version, file, text, actor=who, now=now)
    held.delete()
    index_item(held.version.item)
    transaction.on_commit(lambda: quarantine.remove(place_of(held_id)))


@transaction.atomic
def _refuse(held_id: int, problem: Problem, state: HeldState, actor: Actor, now: datetime) -> None:
    held = _still_waiting(held_id)
    if held is None:
        return
    held.state, held.code, held.sentence = state, problem.code, problem.message[:500]
    # The name of a secret document is kept no more than the document.
    held.name = "" if state is HeldState.REFUSED else held.name
    held.save()
    # Neither name nor digest of the file stands in the log.
    note(held.version.item, f"file_{state.value}", actor=actor, now=now, facts={"version": held.version.number})
    transaction.on_commit(lambda: quarantine.remove(place_of(held_id)))


def _still_waiting(held_id: int) -> HeldFile | None:
    rows = HeldFile.objects.select_for_update(of=("self",)).select_related("version__item")
    # None: another worker was quicker while this one was reading.
    return rows.filter(pk=held_id, state=HeldState.WAITING).first()
