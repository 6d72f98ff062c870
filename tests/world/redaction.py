"""Files of the first ward at every step of redaction; one copy is public, and nobody outside reads what went."""

from typing import Any
from unittest.mock import patch

from minhbach.domain.access import Role, system_actor
from minhbach.extraction.redaction.contracts import WHERE, Box, Proof, Redacted
from minhbach.foundation.contracts import Subject
from minhbach.publication.actions import apply_redaction as applying
from minhbach.publication.actions.apply_redaction import apply_redaction, make_copy
from minhbach.publication.actions.approve_redaction import approve_redaction
from minhbach.publication.actions.begin_redaction import begin_redaction
from minhbach.publication.actions.hand_on_redaction import hand_on_redaction, send_redaction_back
from minhbach.publication.actions.mark_places import mark_place, take_out
from minhbach.publication.actions.read_redaction import read_redaction
from minhbach.publication.contracts import MarkSource, MarkState
from minhbach.publication.models import Redaction
from minhbach.publication.redaction.places import Place
from minhbach.register.actions.check_held_file import check_held_file
from minhbach.register.actions.classify_item import classify_item
from minhbach.register.actions.register_item import register_item
from minhbach.register.contracts import Access, Classification, ItemFacts, NewFile
from minhbach.register.models import HeldFile, Item
from minhbach.register.queries import ITEM, latest_version
from tests.world.publication import CALENDAR, READERS, TODAY, approve_newest
from tests.world.values import ACTORS, NOW, World

PERSONAL = "15.2"
GOES = 2
"""The line of each file that goes; the one before it stays."""


def plant(world: World) -> None:
    """Bring one file to each step."""
    world.knows("kind", kind_item="item", kind_none="khong-co")
    untouched = _item(world, "to_redact", READERS)
    file = latest_version(Item.objects.get(pk=untouched)).files.get()
    world.knows("subject_id", item_to_redact=untouched)
    world.knows("file_id", file_to_redact=file.file_id)
    _begun(world, "marking")
    _handed_on(world, "handed_on")
    _sent_back(world)
    with patch.object(applying, "redact", _plain_copy):
        _made(world, _handed_on(world, "made"))
    _approved(world)


def _item(world: World, step: str, readers: tuple[str, ...]) -> int:
    """Enter a document whose second line is the body's alone, and whose first line becomes public for some."""
    stays = world.hides(f"phần để lại của tệp {step}", seen_by=readers)
    goes = world.hides(f"phần bị che của tệp {step}", seen_by=READERS)
    name = world.hides(f"tên tệp gốc {step}", seen_by=READERS)
    specialist = world.actors[Role.SPECIALIST.value]
    item_id = register_item(
        facts=ItemFacts(title=f"Danh sách {stays}", kind="Báo cáo", created_on=TODAY),
        body_id=world.bodies["ubnd_a"],
        files=(NewFile(f"{name}.txt", f"Nội dung {stays}.\nHoàn cảnh riêng của người dân {goes}.\n".encode()),),
        calendar=CALENDAR,
        actor=specialist,
        now=NOW,
    )
    _read(item_id)
    classify_item(
        item_id=item_id, classification=Classification(Access.OPEN, letter="a"), calendar=CALENDAR,
        actor=specialist, now=NOW,
    )  # fmt: skip
    world.knows("item_id", **{f"item_redaction_{step}": item_id})
    return item_id


def _read(item_id: int) -> None:
    for held in HeldFile.objects.filter(version__item=item_id, state="waiting"):
        check_held_file(held_id=held.pk, actor=system_actor("reader"), now=NOW)


def _begun(world: World, step: str, readers: tuple[str, ...] = READERS) -> int:
    item_id = _item(world, step, readers)
    file = latest_version(Item.objects.get(pk=item_id)).files.get()
    redaction_id = begin_redaction(
        subject=Subject(ITEM, item_id), file_id=file.file_id, actor=world.actors[Role.SPECIALIST.value], now=NOW
    )
    read_redaction(redaction_id=redaction_id, actor=system_actor("reader"), now=NOW)
    world.knows("redaction_id", **{f"redaction_{step}": redaction_id})
    return redaction_id


def _handed_on(world: World, step: str, readers: tuple[str, ...] = READERS) -> int:
    redaction_id = _begun(world, step, readers)
    specialist = world.actors[Role.SPECIALIST.value]
    line = Place(page=1, source=MarkSource.LINES, lines=(GOES,))
    mark_place(redaction_id=redaction_id, place=line, ground=PERSONAL, actor=specialist, now=NOW)
    proposed = Redaction.objects.get(pk=redaction_id).marks.filter(state=MarkState.PROPOSED)
    if found := list(proposed.values_list("pk", flat=True)):  # The made-up words may look like names.
        take_out(redaction_id=redaction_id, mark_ids=found, ground=PERSONAL, actor=specialist, now=NOW)
    hand_on_redaction(redaction_id=redaction_id, actor=specialist, now=NOW)
    return redaction_id


def _sent_back(world: World) -> None:
    redaction_id = _handed_on(world, "sent_back")
    remark = world.hides("lời đầu mối trả lại việc che", seen_by=READERS)
    focal = world.actors[Role.FOCAL_POINT.value]
    send_redaction_back(redaction_id=redaction_id, remark=remark, actor=focal, now=NOW)


def _made(world: World, redaction_id: int) -> None:
    apply_redaction(redaction_id=redaction_id, actor=world.actors[Role.FOCAL_POINT.value], now=NOW)
    make_copy(redaction_id=redaction_id, actor=system_actor("redactor"), now=NOW)


def _approved(world: World) -> None:
    """Publish a copy that the machine really made: what stood under its boxes is nowhere outside the body."""
    redaction_id = _handed_on(world, "approved", ACTORS)
    _made(world, redaction_id)
    row = Redaction.objects.get(pk=redaction_id)
    approve_redaction(
        redaction_id=redaction_id, copy_sha256=row.copy_sha256, seen_with_own_eyes=True,
        actor=world.actors[Role.FOCAL_POINT.value], now=NOW,
    )  # fmt: skip
    _read(row.subject_id)
    approve_newest(world, row.subject_id)
    world.knows("public_id", item_redacted_id=Item.objects.get(pk=row.subject_id).public_id)


def _plain_copy(_data: bytes, boxes: list[Box], **_more: Any) -> Redacted:
    proof = Proof((), tuple(boxes), dict.fromkeys(WHERE, "bộ đọc khác"), (), (), True)
    return Redacted("Bản che.".encode(), 1, "txt", "c" * 64, "s" * 64, proof)
