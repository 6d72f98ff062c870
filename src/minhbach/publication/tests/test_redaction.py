"""Something is taken out of a file in two steps: one person marks, another has it taken out and approves."""

from collections.abc import Callable
from functools import cache
from typing import Any

import pytest

from minhbach.domain.access import Actor, Role, system_actor
from minhbach.domain.lifecycles.redaction import RedactionState
from minhbach.domain.lifecycles.table import MoveNotAllowed
from minhbach.extraction.contracts import CannotRead
from minhbach.extraction.redaction.contracts import WHERE, Box, Hit, NotProved, Proof, Redacted, Term
from minhbach.extraction.redaction.proposing import Markable, propose
from minhbach.foundation.contracts import Subject
from minhbach.foundation.queries import events_about, file_record_of
from minhbach.publication.actions import apply_redaction as applying
from minhbach.publication.actions import read_redaction as reading
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
from minhbach.publication.redaction.places import Place
from minhbach.publication.tests.conftest import NOW, PRIVATE, World, approved, submitted
from minhbach.register.models import Item
from minhbach.register.queries import ITEM, latest_version

MACHINE = system_actor("redactor")
MakeItem = Callable[..., Item]
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


@pytest.fixture(autouse=True)
def read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let each text be read by the machine once for all tests: setting it on pages takes most of a second."""
    monkeypatch.setattr(reading, "propose", lambda content, **_more: proposed(content))


@cache
def proposed(content: bytes) -> Markable:
    return propose(content)


@pytest.fixture
def plain_copies(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make copies without pictures, for what does not depend on how a copy is made."""
    monkeypatch.setattr(applying, "redact", engine())


def approve(row: Redaction, actor: Actor, **more: Any) -> int:
    return approve_redaction(
        redaction_id=row.pk, copy_sha256=row.copy_sha256, seen_with_own_eyes=True, actor=actor, now=NOW, **more
    )


@pytest.mark.django_db
def test_nobody_approves_what_they_marked_while_somebody_else_may(
    world: World, item: MakeItem, plain_copies: None
) -> None:
    """The focal point marks: then no focal point may, and the leader stands in."""
    focal_point, leader = world.officer(Role.FOCAL_POINT), world.officer(Role.LEADER)
    redaction = begun(item(PRIVATE), focal_point)
    all_out(redaction, focal_point)
    with pytest.raises(PublicationRefused, match="phải là người khác"):
        apply_redaction(redaction_id=redaction.pk, actor=focal_point, now=NOW)
    assert made(redaction, leader).state == RedactionState.MADE
    redaction.refresh_from_db()
    approve(redaction, leader)
    redaction.refresh_from_db()
    assert redaction.approved_by_id == leader.person and not redaction.approved_by_marker


@pytest.mark.django_db
def test_a_leader_stands_in_only_where_every_focal_point_marked(
    world: World, item: MakeItem, plain_copies: None
) -> None:
    specialist, leader = world.officer(Role.SPECIALIST), world.officer(Role.LEADER)
    world.officer(Role.FOCAL_POINT)
    redaction = begun(item(PRIVATE), specialist)
    all_out(redaction, specialist)
    for actor in (leader, specialist):
        with pytest.raises(PublicationRefused, match="không phải đầu mối"):
            apply_redaction(redaction_id=redaction.pk, actor=actor, now=NOW)


@pytest.mark.django_db
def test_where_nobody_else_may_the_same_person_approves_in_a_second_step_that_is_told(
    world: World, item: MakeItem, plain_copies: None
) -> None:
    keeper, alone = world.officer(Role.SPECIALIST), world.officer(Role.FOCAL_POINT)
    row = item(PRIVATE)
    redaction = begun(row, keeper)
    all_out(redaction, alone)
    redaction = made(redaction, alone)
    with pytest.raises(PublicationRefused, match="Tự duyệt là bước riêng"):
        approve(redaction, alone)
    approve(redaction, alone, approves_own=True)
    redaction.refresh_from_db()
    assert redaction.approved_by_marker
    told = [event for event in events_about(Subject(ITEM, row.pk)) if event.kind == "redaction.approved"]
    assert told[0].facts["approved_by_marker"] is True


@pytest.mark.django_db
def test_each_proposal_is_answered_before_it_is_handed_on_and_may_be_undone(world: World, item: MakeItem) -> None:
    specialist = world.officer(Role.SPECIALIST)
    redaction = begun(item(PRIVATE), specialist)
    common: dict[str, Any] = {"redaction_id": redaction.pk, "actor": specialist}
    name, number, phone = redaction.marks.values_list("pk", flat=True)
    take_out(mark_ids=[number], ground=PERSONAL, now=NOW, **common)
    with pytest.raises(PublicationRefused, match="Còn 2 chỗ"):
        hand_on_redaction(now=NOW, **common)
    with pytest.raises(PublicationRefused, match="Ghi căn cứ"):
        leave_in(mark_ids=[name], kept=KeepGround.CONSENT, words=" ", now=NOW, **common)
    leave_in(mark_ids=[name, phone], kept=KeepGround.CONSENT, words="Đồng ý ngày 01/10/2026", now=NOW, **common)
    assert undo_marks(mark_ids=[phone], **common) == 1
    with pytest.raises(PublicationRefused, match="Còn 1 chỗ"):
        hand_on_redaction(now=NOW, **common)
    take_out(mark_ids=[phone], ground=PERSONAL, now=NOW, **common)
    hand_on_redaction(now=NOW, **common)
    with pytest.raises(PublicationRefused, match="trước khi chuyển"):
        undo_marks(mark_ids=[phone], **common)
    take_redaction_back(now=NOW, **common)
    assert redaction.marks.filter(state=MarkState.REMOVED).count() == 2


@pytest.mark.django_db
def test_nothing_is_handed_on_where_nothing_goes_and_no_ground_but_the_laws_counts(
    world: World, item: MakeItem
) -> None:
    specialist = world.officer(Role.SPECIALIST)
    redaction = begun(item(), specialist)
    common: dict[str, Any] = {"redaction_id": redaction.pk, "actor": specialist, "now": NOW}
    with pytest.raises(PublicationRefused, match="Chưa có chỗ nào để che"):
        hand_on_redaction(**common)
    page = Place(page=1, source=MarkSource.PAGE)
    for ground in ("", "99.9", "14", "15.1"):  # open information, and state secrets, are no grounds here
        with pytest.raises(PublicationRefused, match="căn cứ"):
            mark_place(place=page, ground=ground, **common)
    mark_place(place=page, ground="15.3", **common)
    hand_on_redaction(**common)


@pytest.mark.django_db
def test_places_by_line_strip_page_and_drawing_become_boxes_of_the_page(world: World, item: MakeItem) -> None:
    """A4 as the text is set: 595 by 842 points; its first line stands 56 points from the left."""
    specialist = world.officer(Role.SPECIALIST)
    redaction = begun(item(), specialist)

    def boxes(**named: Any) -> list[list[float]]:
        mark = mark_place(
            redaction_id=redaction.pk, place=Place(page=1, **named), ground=PERSONAL, actor=specialist, now=NOW
        )
        return [[round(edge) for edge in box] for box in redaction.marks.get(pk=mark).boxes]

    assert boxes(source=MarkSource.PAGE) == [[0, 0, 595, 842]]
    assert boxes(source=MarkSource.STRIP, strip=(0, 25)) == [[0, 632, 595, 842]]
    assert boxes(source=MarkSource.DRAWN, drawn=(0.6, 0.5, 0.2, 0.25)) == [[119, 421, 357, 632]]
    assert boxes(source=MarkSource.LINES, lines=(1,))[0][0] == 55
    nonsense = (
        Place(page=1, source=MarkSource.LINES, lines=(99,)),
        Place(page=1, source=MarkSource.STRIP, strip=(50, 50)),
        Place(page=1, source=MarkSource.DRAWN, drawn=(0.5, 0.5, 0.5, 0.5)),
        Place(page=2, source=MarkSource.PAGE),
    )
    for place in nonsense:
        with pytest.raises(PublicationRefused):
            mark_place(redaction_id=redaction.pk, place=place, ground=PERSONAL, actor=specialist, now=NOW)


@pytest.mark.django_db
def test_words_that_stand_elsewhere_come_back_to_be_answered(
    world: World, item: MakeItem, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A copy in which the same words stand outside the boxes is not kept until a person said why they may."""
    specialist, focal_point = world.officer(Role.SPECIALIST), world.officer(Role.FOCAL_POINT)
    redaction = begun(item(PRIVATE), specialist)
    all_out(redaction, specialist)
    box = (100.0, 100.0, 200.0, 112.0)
    hits = (Hit("Nguyễn Văn Thử", "text", 1, box), Hit("Nguyễn Văn Thử", "ocr", 1, box), Hit("Nguyễn Văn Thử", "bytes"))
    monkeypatch.setattr(applying, "redact", engine(*hits))
    redaction = made(redaction, focal_point)
    assert redaction.state == RedactionState.MARKING and "1 chỗ khác" in redaction.trouble
    assert redaction.copy_id is None
    left = redaction.marks.get(source=MarkSource.LEFT)
    assert (left.page, left.boxes, left.state) == (1, [list(box)], MarkState.PROPOSED)
    leave_in(
        redaction_id=redaction.pk, mark_ids=[left.pk], kept=KeepGround.OFFICIAL, words="", actor=specialist, now=NOW
    )
    hand_on_redaction(redaction_id=redaction.pk, actor=specialist, now=NOW)
    assert made(redaction, focal_point).state == RedactionState.MADE


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("failure", "state"),
    [
        (NotProved("còn", Proof((), (), {}, (Hit("x", "text", 1),))), RedactionState.MARKING),
        (CannotRead("wrong_box", "ngoài trang"), RedactionState.MARKING),
        (CannotRead("encrypted", "có mật khẩu"), RedactionState.REFUSED),
    ],
)
def test_what_cannot_be_proved_or_handled_gives_no_copy(
    world: World, item: MakeItem, monkeypatch: pytest.MonkeyPatch, failure: Exception, state: RedactionState
) -> None:
    def fails(*_args: Any, **_more: Any) -> Redacted:
        raise failure

    monkeypatch.setattr(applying, "redact", fails)
    specialist, focal_point = world.officer(Role.SPECIALIST), world.officer(Role.FOCAL_POINT)
    redaction = begun(item(PRIVATE), specialist)
    all_out(redaction, specialist)
    redaction = made(redaction, focal_point)
    assert redaction.state == state and redaction.trouble and redaction.copy_id is None
    with pytest.raises(MoveNotAllowed):
        approve(redaction, focal_point)


@pytest.mark.django_db
def test_what_was_approved_is_what_was_seen(world: World, item: MakeItem, plain_copies: None) -> None:
    specialist, focal_point = world.officer(Role.SPECIALIST), world.officer(Role.FOCAL_POINT)
    redaction = begun(item(PRIVATE), specialist)
    all_out(redaction, specialist)
    redaction = made(redaction, focal_point)
    seen: dict[str, Any] = {"redaction_id": redaction.pk, "actor": focal_point, "now": NOW}
    with pytest.raises(PublicationRefused, match="đã xem từng trang"):
        approve_redaction(copy_sha256=redaction.copy_sha256, seen_with_own_eyes=False, **seen)
    with pytest.raises(PublicationRefused, match="làm lại"):
        approve_redaction(copy_sha256="0" * 64, seen_with_own_eyes=True, **seen)
    send_redaction_back(remark="Còn sót dòng 3", **seen)
    redaction.refresh_from_db()
    assert (redaction.state, redaction.remark, redaction.copy_id) == (RedactionState.MARKING, "Còn sót dòng 3", None)


@pytest.mark.django_db
def test_a_file_is_redacted_once_at_a_time_and_dropping_forgets_its_words(world: World, item: MakeItem) -> None:
    specialist = world.officer(Role.SPECIALIST)
    row = item(PRIVATE)
    redaction = begun(row, specialist)
    with pytest.raises(PublicationRefused, match="đang được che"):
        begun(row, specialist)
    drop_redaction(redaction_id=redaction.pk, actor=specialist, now=NOW)
    assert not redaction.own_pages.exists() and set(redaction.marks.values_list("text", flat=True)) == {""}
    assert begun(row, specialist).pk != redaction.pk


@pytest.mark.django_db
def test_strangers_do_not_find_it_and_supervisors_do_not_mark(world: World, item: MakeItem) -> None:
    row = item(PRIVATE)
    redaction = begun(row, world.officer(Role.SPECIALIST))
    stranger = world.officer(Role.SPECIALIST, body=world.other_ward)
    with pytest.raises(PublicationNotVisible):
        drop_redaction(redaction_id=redaction.pk, actor=stranger, now=NOW)
    with pytest.raises(PublicationRefused, match="không đánh dấu"):
        drop_redaction(redaction_id=redaction.pk, actor=world.officer(Role.SUPERVISOR), now=NOW)


@pytest.mark.django_db
def test_the_original_is_never_public_also_where_it_was_before(
    world: World, item: MakeItem, keep: Callable[[], None], plain_copies: None
) -> None:
    """What was public is redacted: with the copy the version before is not read any more."""
    specialist, focal_point = world.officer(Role.SPECIALIST), world.officer(Role.FOCAL_POINT)
    leader = world.officer(Role.LEADER)
    row = item()
    submitted(row, specialist)
    approved(row, leader)
    first = latest_version(row)
    original = file_record_of(first.files.get().file_id)
    redaction = begun(row, specialist)
    mark_place(
        redaction_id=redaction.pk, place=Place(page=1, source=MarkSource.LINES, lines=(1,)), ground=PERSONAL,
        actor=specialist, now=NOW,
    )  # fmt: skip
    hand_on_redaction(redaction_id=redaction.pk, actor=specialist, now=NOW)
    approve(made(redaction, focal_point), focal_point)
    keep()
    submitted(row, specialist)
    approved(row, leader)
    first.refresh_from_db()
    assert first.withdrawn_on is not None
    assert first.files.get().file_id == original.id, "the original stays with the body"
