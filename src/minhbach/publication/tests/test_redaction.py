"""Something is taken out of a file in two steps: one person marks, another has it taken out and approves."""

from collections.abc import Callable
from typing import Any

import pytest

from minhbach.domain.access import Actor, Role, system_actor
from minhbach.domain.lifecycles.redaction import RedactionState
from minhbach.domain.lifecycles.table import MoveNotAllowed
from minhbach.extraction.contracts import CannotRead
from minhbach.extraction.redaction.contracts import WHERE, Box, Hit, NotProved, Proof, Redacted, Term
from minhbach.foundation.contracts import Subject
from minhbach.foundation.queries import events_about
from minhbach.publication.actions import apply_redaction as applying
from minhbach.publication.actions.apply_redaction import apply_redaction, make_copy
from minhbach.publication.actions.approve_redaction import approve_redaction
from minhbach.publication.actions.begin_redaction import begin_redaction
from minhbach.publication.actions.hand_on_redaction import (
    drop_redaction,
    hand_on_redaction,
    send_redaction_back,
    take_redaction_back,
)
from minhbach.publication.actions.mark_places import leave_in, mark_place, take_out, undo_marks
from minhbach.publication.actions.read_redaction import read_redaction
from minhbach.publication.contracts import KeepGround, MarkSource, MarkState, PublicationNotVisible, PublicationRefused
from minhbach.publication.models import Redaction
from minhbach.publication.redaction_places import Place
from minhbach.publication.tests.conftest import NOW, PRIVATE, World
from minhbach.register.models import Item
from minhbach.register.queries import ITEM, latest_version

MACHINE = system_actor("redactor")
PERSONAL = "15.2"


def begun(row: Item, actor: Actor) -> Redaction:
    """Bring the item's only file to where it is marked."""
    file = latest_version(row).files.get()
    redaction = begin_redaction(subject=Subject(ITEM, row.pk), file_id=file.file_id, actor=actor, now=NOW)
    read_redaction(redaction_id=redaction, actor=MACHINE, now=NOW)
    return Redaction.objects.get(pk=redaction)


def all_out(redaction: Redaction, actor: Actor) -> None:
    """Accept every proposal and hand on."""
    ids = list(redaction.marks.values_list("pk", flat=True))
    take_out(redaction_id=redaction.pk, mark_ids=ids, ground=PERSONAL, actor=actor, now=NOW)
    hand_on_redaction(redaction_id=redaction.pk, actor=actor, now=NOW)


def engine(*elsewhere: Hit) -> Callable[..., Redacted]:
    """Return a maker of copies that writes plain words, for what does not depend on how copies are made."""

    def made(data: bytes, boxes: list[Box], **_more: Any) -> Redacted:
        terms = tuple(Term("Nguyễn Văn Thử", box.label, box.page) for box in boxes)
        proof = Proof(
            terms, tuple(boxes), dict.fromkeys(WHERE, "một bộ đọc khác"), (), elsewhere, True, ("siêu dữ liệu",)
        )
        return Redacted("Kế hoạch, phần còn lại.".encode(), 1, "txt", "c" * 64, "s" * 64, proof)

    return made


def made(redaction: Redaction, focal_point: Actor) -> Redaction:
    """Have the copy made."""
    apply_redaction(redaction_id=redaction.pk, actor=focal_point, now=NOW)
    make_copy(redaction_id=redaction.pk, actor=MACHINE, now=NOW)
    return Redaction.objects.get(pk=redaction.pk)


@pytest.mark.django_db
def test_a_copy_takes_the_place_of_the_file_and_holds_nothing_of_what_went(
    world: World, item: Callable[..., Item], keep: Callable[[], None]
) -> None:
    """The whole way, with the real maker of copies: from proposals to the version that may go out."""
    specialist, focal_point = world.officer(Role.SPECIALIST), world.officer(Role.FOCAL_POINT)
    row = item(PRIVATE)
    redaction = begun(row, specialist)
    assert [(one.label, one.state) for one in redaction.marks.all()] == [
        ("NAME", "proposed"), ("CCCD", "proposed"), ("PHONE", "proposed"),
    ]  # fmt: skip
    all_out(redaction, specialist)
    redaction = made(redaction, focal_point)
    assert redaction.state == RedactionState.MADE, redaction.trouble
    assert redaction.proof["clean"] and redaction.proof["boxes"] == 3
    assert "001085012345" not in str(redaction.proof)
    approve_redaction(
        redaction_id=redaction.pk,
        copy_sha256=redaction.copy_sha256,
        seen_with_own_eyes=True,
        actor=focal_point,
        now=NOW,
    )
    keep()
    version = latest_version(row)
    assert (version.number, version.corrects, version.why) == (
        2, 1, "Che 3 chỗ: đời sống riêng tư, bí mật cá nhân, bí mật gia đình, dữ liệu cá nhân (khoản 2 Điều 15).",
    )  # fmt: skip
    assert version.files.get().name.endswith(f"-da-che-{redaction.pk}.pdf")
    assert "Diện tích đất lúa" in version.text
    for gone in ("Nguyễn Văn Thử", "001085012345", "0912 345 678"):
        assert gone not in version.text
    redaction.refresh_from_db()
    assert redaction.result == version.pk and redaction.state == RedactionState.APPROVED
    assert not redaction.own_pages.exists() and set(redaction.marks.values_list("text", flat=True)) == {""}
    events = [event for event in events_about(Subject(ITEM, row.pk)) if event.kind.startswith("redaction.")]
    assert [event.kind for event in events] == [
        f"redaction.{kind}" for kind in ("begun", "read", "handed_on", "applied", "made", "approved")
    ]
    assert "Nguyễn" not in str(events) and "001085012345" not in str(events)
