"""Items of the first ward at every step of the gate, with channels and petitions; what was withdrawn is hidden."""

from datetime import date, timedelta

from minhbach.domain.access import Actor, Role, system_actor
from minhbach.domain.lifecycles.petition import PetitionEvent
from minhbach.extraction.tests.samples import body, pdf
from minhbach.lawbook.calendars import load_calendar
from minhbach.publication.actions.answer_findings import answer_findings
from minhbach.publication.actions.answer_petition import answer_petition
from minhbach.publication.actions.approve_item import approve_item
from minhbach.publication.actions.ask_publisher import Elsewhere, ask_publisher
from minhbach.publication.actions.ask_screening import ask_screening
from minhbach.publication.actions.attach_channel_file import attach_channel_file
from minhbach.publication.actions.check_channel_file import check_channel_file
from minhbach.publication.actions.decide_secret import decide_secret
from minhbach.publication.actions.give_back import send_item_back
from minhbach.publication.actions.keep_after_term import keep_after_term
from minhbach.publication.actions.note_publisher_answer import note_publisher_answer
from minhbach.publication.actions.publish_translation import approve_translation, submit_translation
from minhbach.publication.actions.receive_petition import PetitionFacts, receive_at_the_counter
from minhbach.publication.actions.screen_version import screen_version
from minhbach.publication.actions.submit_item import submit_item
from minhbach.publication.actions.take_away_secret import take_away_secret
from minhbach.publication.actions.tend_channel import add_channel, mark_channel_done
from minhbach.publication.actions.withdraw_item import withdraw_item
from minhbach.publication.actions.write_translation import (
    TranslatedText,
    begin_item_translation,
    begin_own_text,
    write_translation,
)
from minhbach.publication.contracts import (
    EvidenceKind,
    KeepGround,
    KeepOpenGround,
    PetitionWay,
    PublisherAnswer,
    SecretDecision,
    WithdrawalReason,
)
from minhbach.publication.models import Channel, ChannelFile, ScreeningFinding, SecretFinding
from minhbach.publication.queries.items import newest_publication
from minhbach.publication.queries.petitions import READS_SENDERS
from minhbach.publication.rules import SEES
from minhbach.register.actions.check_held_file import check_held_file
from minhbach.register.actions.classify_item import classify_item
from minhbach.register.actions.register_item import register_item
from minhbach.register.actions.set_publication_terms import set_publication_terms
from minhbach.register.contracts import Access, Classification, ItemFacts, NewFile, PublicationTerms
from minhbach.register.models import HeldFile, Item, VersionFile
from tests.world.values import ACTORS, NOW, World

CALENDAR, TODAY = load_calendar(), date(2026, 10, 13)
READERS = tuple(role.value for role in SEES)
TENDING = tuple(role.value for role in READS_SENDERS)


def plant(world: World) -> None:
    """Bring one item to each step."""
    _screened(world, _item(world, "personal", READERS, personal=True))
    _submitted(world, _item(world, "submitted", READERS))
    returned = _submitted(world, _item(world, "sent_back", READERS))
    remark = world.hides("lời trả lại bản trình của mục", seen_by=READERS)
    send_item_back(item_id=returned, remark=remark, actor=_actor(world, Role.LEADER), now=NOW)
    _approved(world, _item(world, "scheduled", READERS), publish_on=TODAY + timedelta(days=3650))
    public = _approved(world, _item(world, "gate", ACTORS))
    _term(world, public)
    _channels(world, public)
    _petitions(world, public)
    _translations(world, public)
    _secrets(world)
    withdrawn = _approved(world, _item(world, "withdrawn", READERS))
    _translated(world, _begun(world, withdrawn, "en"), "withdrawn", READERS)
    reason = world.hides("lý do rút thông tin khỏi công khai", seen_by=READERS)
    withdraw_item(
        item_id=withdrawn, why=WithdrawalReason.PERSONAL, remark=reason, calendar=CALENDAR,
        actor=_actor(world, Role.LEADER), now=NOW,
    )  # fmt: skip


def _actor(world: World, role: Role) -> Actor:
    return world.actors[role.value]


def _item(world: World, step: str, readers: tuple[str, ...], *, personal: bool = False) -> int:
    words = {what: world.hides(f"{what} của thông tin {step}", seen_by=readers) for what in ("tên", "chữ", "tên tệp")}
    text = f"Nội dung {words['chữ']}."
    if personal:
        name = world.hides("tên người máy tìm thấy", seen_by=READERS)
        text += f"\nÔng Nguyễn Văn Thử {name}, số căn cước công dân 001085012345, điện thoại 0912 345 678."
    specialist = _actor(world, Role.SPECIALIST)
    item_id = register_item(
        facts=ItemFacts(title=f"Báo cáo {words['tên']}", kind="Báo cáo", created_on=date(2026, 10, 12)),
        body_id=world.bodies["ubnd_a"],
        files=(NewFile(f"{words['tên tệp']}.txt", text.encode()),),
        calendar=CALENDAR,
        actor=specialist,
        now=NOW,
    )
    for held in HeldFile.objects.filter(version__item=item_id):
        check_held_file(held_id=held.pk, actor=system_actor("reader"), now=NOW)
    classify_item(
        item_id=item_id, classification=Classification(Access.OPEN, letter="a"), calendar=CALENDAR,
        actor=specialist, now=NOW,
    )  # fmt: skip
    world.knows("item_id", **{f"item_{step}": item_id})
    world.knows("public_id", **{f"item_{step}_id": Item.objects.get(pk=item_id).public_id})
    return item_id


def _screened(world: World, item_id: int) -> int:
    run_id = ask_screening(item_id=item_id, actor=_actor(world, Role.SPECIALIST), now=NOW)
    screen_version(run_id=run_id, actor=system_actor("screener"), now=NOW)
    return item_id


def _submitted(world: World, item_id: int) -> int:
    _screened(world, item_id)
    found = ScreeningFinding.objects.filter(run__publication__subject_id=item_id).values_list("pk", flat=True)
    if found:  # The made-up words may look like names.
        answer_findings(
            item_id=item_id, finding_ids=list(found), ground=KeepGround.MISTAKEN, words="",
            actor=_actor(world, Role.MODERATOR), now=NOW,
        )  # fmt: skip
    submit_item(item_id=item_id, actor=_actor(world, Role.SPECIALIST), now=NOW)
    return item_id


def approve_newest(world: World, item_id: int) -> int:
    """Bring the newest version of an item all the way to the public."""
    return _approved(world, item_id)


def _approved(world: World, item_id: int, publish_on: date | None = None) -> int:
    _submitted(world, item_id)
    publication = newest_publication(item_id)
    assert publication is not None
    approve_item(
        item_id=item_id, version_id=publication.version_id, seen_with_own_eyes=True, publish_on=publish_on,
        calendar=CALENDAR, actor=_actor(world, Role.LEADER), now=NOW,
    )  # fmt: skip
    return item_id


def _term(world: World, item_id: int) -> None:
    row, end = Item.objects.get(pk=item_id), TODAY + timedelta(days=3650)
    set_publication_terms(
        item_id=item_id, terms=PublicationTerms(public_until=end), seen_version=row.version, calendar=CALENDAR,
        actor=_actor(world, Role.SPECIALIST), now=NOW,
    )  # fmt: skip
    words = world.hides("lý do để tiếp tục công khai", seen_by=READERS)
    keep_after_term(
        item_id=item_id, ground=KeepOpenGround.LAW, words=words, stays_until=end + timedelta(days=1),
        actor=_actor(world, Role.LEADER), now=NOW,
    )  # fmt: skip


def _secrets(world: World) -> None:
    leaders = (Role.LEADER.value,)
    for step, decision in (("open", None), ("secret", SecretDecision.SECRET)):
        item_id = _item(world, f"marked_{step}", READERS)
        file = VersionFile.objects.get(version__item=item_id)
        take_away_secret(version_file_id=file.pk, calendar=CALENDAR, actor=system_actor("screener"), now=NOW)
        finding = SecretFinding.objects.get(item=item_id).pk
        if decision:
            words = world.hides("lời quyết định về tệp có dấu mật", seen_by=leaders)
            decide_secret(
                finding_id=finding, decision=decision, words=words, seen_with_own_eyes=True,
                actor=_actor(world, Role.LEADER), now=NOW,
            )  # fmt: skip
        world.knows("finding_id", **{f"finding_{step}": finding})


def _translations(world: World, item_id: int) -> None:
    public = _translated(world, _begun(world, item_id, "en"), "public", ACTORS)
    waiting = _written(world, _begun(world, item_id, "km"), "waiting", READERS)
    submit_translation(translation_id=waiting, actor=_actor(world, Role.SPECIALIST), now=NOW)
    draft = _written(world, _begun(world, item_id, "cjm"), "draft", READERS)
    own = begin_own_text(body_id=world.bodies["ubnd_a"], language="tyz", actor=_actor(world, Role.SPECIALIST), now=NOW)
    _translated(world, own, "own", ACTORS)
    world.knows("translation_id", translation_public=public, translation_waiting=waiting, translation_draft=draft)
    world.knows("language", language_en="en")


def _begun(world: World, item_id: int, language: str) -> int:
    return begin_item_translation(item_id=item_id, language=language, actor=_actor(world, Role.SPECIALIST), now=NOW)


def _written(world: World, translation_id: int, step: str, readers: tuple[str, ...]) -> int:
    words = [world.hides(f"{what} của bản dịch {step}", seen_by=readers) for what in ("tên", "chữ", "đơn vị")]
    write_translation(
        translation_id=translation_id, said=TranslatedText(*words), seen_revision=0,
        actor=_actor(world, Role.SPECIALIST), now=NOW,
    )  # fmt: skip
    return translation_id


def _translated(world: World, translation_id: int, step: str, readers: tuple[str, ...]) -> int:
    _written(world, translation_id, step, readers)
    submit_translation(translation_id=translation_id, actor=_actor(world, Role.SPECIALIST), now=NOW)
    approve_translation(
        translation_id=translation_id, seen_revision=1, seen_with_own_eyes=True, actor=_actor(world, Role.LEADER),
        now=NOW,
    )  # fmt: skip
    return translation_id


def _channels(world: World, item_id: int) -> None:
    specialist = _actor(world, Role.SPECIALIST)
    place, evidence = (world.hides(f"{what} niêm yết", seen_by=READERS) for what in ("nơi", "minh chứng"))
    posting = add_channel(item_id=item_id, form="posting", planned_on=TODAY, place="", actor=specialist, now=NOW)
    mark_channel_done(
        channel_id=posting, done_on=TODAY, place=place, evidence=evidence, calendar=CALENDAR, actor=specialist, now=NOW
    )
    world.knows(
        "channel_id", channel_posting=posting, channel_portal=Channel.objects.get(item=item_id, form="portal").pk
    )
    name = world.hides("tên tệp minh chứng niêm yết", seen_by=READERS)
    file_id = attach_channel_file(
        channel_id=posting, kind=EvidenceKind.PHOTO, name=f"{name}.pdf",
        content=pdf(lambda page: body(page, "Niêm yết", 500)), actor=specialist, now=NOW,
    )  # fmt: skip
    check_channel_file(file_id=file_id, actor=system_actor("reader"), now=NOW)
    world.knows("channel_file_id", channel_file=file_id)
    world.knows("file_id", file_channel=ChannelFile.objects.get(pk=file_id).file_id)
    world.knows("paper", posted="niem-yet", taken_down="ket-thuc")
    world.knows("file_type", docx="docx", pdf="pdf")


def _petitions(world: World, item_id: int) -> None:
    focal = _actor(world, Role.FOCAL_POINT)
    for step in ("open", "answered"):
        said = [world.hides(f"{what} kiến nghị {step}", seen_by=TENDING) for what in ("lời", "tên người", "địa chỉ")]
        petition = receive_at_the_counter(
            item_id=item_id, facts=PetitionFacts(*said), way=PetitionWay.COUNTER, calendar=CALENDAR,
            actor=focal, now=NOW,
        )  # fmt: skip
        world.knows("petition_id", **{f"petition_{step}": petition})
    answer = world.hides("câu trả lời kiến nghị", seen_by=READERS)
    answer_petition(petition_id=petition, event=PetitionEvent.SAY_RIGHT, answer=answer, actor=focal, now=NOW)
    what = world.hides("điều yêu cầu cơ quan khác đính chính", seen_by=READERS)
    request = ask_publisher(
        item_id=item_id, elsewhere=Elsewhere("Sở Thử nghiệm", "trang của Sở", what), petition_id=petition, actor=focal,
        now=NOW,
    )  # fmt: skip
    said = world.hides("câu trả lời của cơ quan khác", seen_by=READERS)
    note_publisher_answer(
        request_id=request, outcome=PublisherAnswer.DECLINED, answer=said, answered_on=TODAY, actor=focal, now=NOW
    )
    world.knows("request_id", correction_request=request)
