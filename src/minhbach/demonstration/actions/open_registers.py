"""Let made-up communes bring some of what they hold to the public, by every step of the gate."""

import datetime as dt

from minhbach.agencies.queries import body_by_slug
from minhbach.demonstration.actions.enter_plans import acting, at, officers_of_commune
from minhbach.demonstration.people import COMMUNES, committee_of
from minhbach.domain.access import Actor, system_actor
from minhbach.domain.lifecycles.petition import PetitionEvent
from minhbach.foundation.calendar import calendar_in_use
from minhbach.publication.actions.answer_findings import answer_findings
from minhbach.publication.actions.answer_petition import answer_petition
from minhbach.publication.actions.approve_item import approve_item
from minhbach.publication.actions.ask_screening import ask_screening
from minhbach.publication.actions.receive_petition import PetitionFacts, receive_at_the_counter
from minhbach.publication.actions.screen_version import screen_version
from minhbach.publication.actions.submit_item import submit_item
from minhbach.publication.actions.tend_channel import add_channel, mark_channel_done
from minhbach.publication.contracts import KeepGround, PetitionWay
from minhbach.publication.queries.findings import open_findings
from minhbach.publication.queries.items import newest_publication
from minhbach.register.actions.add_version import add_version
from minhbach.register.actions.check_held_file import check_held_file
from minhbach.register.contracts import NewFile
from minhbach.register.queries import kept_item
from minhbach.register.queries.lists import must_be_public
from minhbach.register.queries.visible import waiting_files

IN_THE_FIRST, IN_OTHERS, OTHERS = 8, 2, 3
"""How many items the first commune publishes, and how many each of some others."""
TEXT = """ỦY BAN NHÂN DÂN
{place}

{title}

Ủy ban nhân dân {place} công khai để Nhân dân biết, theo dõi và giám sát.
Văn bản được niêm yết tại trụ sở và đăng trên cổng thông tin điện tử.
"""


def open_registers(*, today: dt.date) -> int:
    """Publish some items, schedule one, leave one before the leader and one sent to be mended; return how many."""
    done = 0
    for index, commune in enumerate(COMMUNES[: OTHERS + 1]):
        keeper, leader = officers_of_commune(index)
        body_id, place = body_by_slug(committee_of(commune)).id, f"{commune.kind.value} {commune.name}"
        most = IN_THE_FIRST if index == 0 else IN_OTHERS
        for number, item_id in enumerate(_chosen(body_id, acting(keeper, at(today, 8)), most)):
            day = today - dt.timedelta(days=1 + (number + index) % 20)
            _give_text(item_id, place, keeper, at(day, 8))
            if index == 0 and number >= most - 2:
                _stop_on_the_way(item_id, keeper, leader, day, scheduled=number == most - 1)
                continue
            _publish(item_id, keeper, leader, day)
            done += 1
            if index == 0 and number < 2:
                _beside(item_id, keeper, day, answered=number == 1)
    return done


def _chosen(body_id: int, actor: Actor, most: int) -> list[int]:
    rows = must_be_public([body_id], actor=actor).filter(public_version__isnull=True, address_since__isnull=True)
    return list(rows.values_list("pk", flat=True)[:most])


def _give_text(item_id: int, place: str, keeper: str, now: dt.datetime) -> None:
    """Bring the document itself, which the list that was taken in did not have."""
    actor = acting(keeper, now)
    title = kept_item(item_id, actor=actor).title
    file = NewFile("van-ban.txt", TEXT.format(place=place, title=title).encode())
    add_version(item_id=item_id, why="Thêm toàn văn", files=(file,), actor=actor, now=now)
    for held_id in waiting_files().values_list("pk", flat=True):
        check_held_file(held_id=held_id, actor=system_actor("reader"), now=now)


def _screen(item_id: int, keeper: str, day: dt.date) -> None:
    actor, now = acting(keeper, at(day, 9)), at(day, 9)
    run_id = ask_screening(item_id=item_id, actor=actor, now=now)
    screen_version(run_id=run_id, actor=system_actor("screener"), now=now)


def _submit(item_id: int, keeper: str, day: dt.date) -> None:
    _screen(item_id, keeper, day)
    actor, now = acting(keeper, at(day, 10)), at(day, 10)
    if found := open_findings(item_id):
        answer_findings(item_id=item_id, finding_ids=found, ground=KeepGround.OFFICIAL, words="", actor=actor, now=now)
    submit_item(item_id=item_id, actor=actor, now=now)


def _approve(item_id: int, keeper: str, leader: str, day: dt.date, on: dt.date | None = None) -> None:
    publication = newest_publication(item_id)
    assert publication is not None
    approve_item(
        item_id=item_id, version_id=publication.version_id, seen_with_own_eyes=True, approves_own=keeper == leader,
        publish_on=on, calendar=calendar_in_use(), actor=acting(leader, at(day, 14)), now=at(day, 14),
    )  # fmt: skip


def publish_newest(item_id: int, keeper: str, leader: str, day: dt.date) -> None:
    """Bring the newest version of an item to the public."""
    _publish(item_id, keeper, leader, day)


def _publish(item_id: int, keeper: str, leader: str, day: dt.date) -> None:
    _submit(item_id, keeper, day)
    _approve(item_id, keeper, leader, day)


def _stop_on_the_way(item_id: int, keeper: str, leader: str, day: dt.date, *, scheduled: bool) -> None:
    _submit(item_id, keeper, day)
    if scheduled:
        _approve(item_id, keeper, leader, day, on=day + dt.timedelta(days=30))


def _beside(item_id: int, keeper: str, day: dt.date, *, answered: bool) -> None:
    """Post it at the office, and take in what somebody at the counter says is wrong."""
    actor, now = acting(keeper, at(day, 16)), at(day, 16)
    channel = add_channel(item_id=item_id, form="posting", planned_on=day, place="", actor=actor, now=now)
    mark_channel_done(
        channel_id=channel, done_on=day, place="Bảng tin tại trụ sở", evidence="Ảnh chụp trong hồ sơ",
        calendar=calendar_in_use(), actor=actor, now=now,
    )  # fmt: skip
    facts = PetitionFacts("Văn bản thiếu phụ lục kèm theo.", "Lê Thị Thử", "0000 000 000")
    petition = receive_at_the_counter(
        item_id=item_id, facts=facts, way=PetitionWay.COUNTER, calendar=calendar_in_use(), actor=actor, now=now
    )
    if answered:
        words = "Đã kiểm tra: văn bản không có phụ lục."
        answer_petition(petition_id=petition, event=PetitionEvent.SAY_RIGHT, answer=words, actor=actor, now=now)
