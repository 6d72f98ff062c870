"""Let every made-up commune enter what it holds: from the list that it kept until now, and one by one since."""

import datetime as dt
from random import Random

from minhbach.agencies.queries import body_by_slug
from minhbach.demonstration.actions.enter_plans import acting, at, officers_of_commune
from minhbach.demonstration.holdings import as_list, lines_of
from minhbach.demonstration.people import ALONE, COMMUNES, MadeUpTerritory, committee_of
from minhbach.domain.access import system_actor
from minhbach.foundation.calendar import calendar_in_use
from minhbach.register.actions.check_held_file import check_held_file
from minhbach.register.actions.import_items import map_list, receive_list, start_import
from minhbach.register.actions.plan_backlog import plan_backlog
from minhbach.register.actions.register_item import register_item
from minhbach.register.actions.say_duty_before import say_duty_before
from minhbach.register.actions.take_items_in import take_items_in
from minhbach.register.contracts import ItemFacts, NewFile
from minhbach.register.dues import backlog_end
from minhbach.register.item_columns import propose_columns
from minhbach.register.queries.backlog import backlog_of
from minhbach.register.queries.imports import headings_of, visible_import
from minhbach.register.queries.visible import waiting_files

LAW_FROM = dt.date(2026, 9, 1)
"""Before it the made-up letters would be those of another law."""
NEW_DUTIES = ("h", "i", "k", "m", "o", "p", "q", "s", "t")
"""Letters of which the made-up communes have said that the law of before did not have them published."""
LATE_PAPERS = (
    ("Thông báo", "TB-UBND", "lịch cắt điện, cắt nước và phân luồng giao thông phục vụ thi công đường liên thôn"),
    ("Kế hoạch", "KH-UBND", "tổ chức đối thoại giữa Chủ tịch Ủy ban nhân dân với Nhân dân về quản lý đất đai"),
    ("Quyết định", "QĐ-UBND", "kiện toàn đầu mối cung cấp thông tin và phân công nhiệm vụ công chức phụ trách"),
)
"""What came in lately and nobody has classified yet."""


def fill_registers(*, today: dt.date) -> int:
    """Fill the registers of all communes, and return how many items that were."""
    if today < LAW_FROM + dt.timedelta(days=30):
        return 0
    chance = Random(17)  # noqa: S311 (a made-up register needs no secret; the same seed makes the same one)
    made = sum(_fill(commune, index, today, chance) for index, commune in enumerate(COMMUNES))
    for held_id in waiting_files().values_list("pk", flat=True):
        check_held_file(held_id=held_id, actor=system_actor("reader"), now=at(today, 6))
    return made


def _fill(commune: MadeUpTerritory, index: int, today: dt.date, chance: Random) -> int:
    keeper, place = _keeper(index), f"{commune.kind.value} {commune.name}"
    body_id, day = body_by_slug(committee_of(commune)).id, today - dt.timedelta(days=2)
    lines = list(lines_of(place, today=today, chance=chance))
    actor, now = acting(keeper, at(day, 9)), at(day, 9)
    import_id = receive_list(
        content=as_list(iter(lines)), name=f"kho-thong-tin-{commune.key}.csv", body_id=body_id, actor=actor, now=now
    )
    row = visible_import(import_id, actor=actor)
    columns = propose_columns(headings_of(row), {})
    map_list(import_id=import_id, sheet=row.sheet, head_row=row.head_row or 0, columns=columns, actor=actor, now=now)
    start_import(import_id=import_id, left_out=(), gives_classes=True, actor=actor, now=now)
    take_items_in(import_id=import_id, calendar=calendar_in_use(), actor=system_actor("keeper"), now=now)
    _settle_backlog(body_id, keeper, today)
    late = LATE_PAPERS[: 3 if index == 0 else index % 3]
    for number, paper in enumerate(late, start=90):
        _enter(paper, number, body_id=body_id, place=place, keeper=keeper, today=today)
    return len(lines) + len(late)


def _settle_backlog(body_id: int, keeper: str, today: dt.date) -> None:
    """Let the commune say of some letters what the law of before asked, and plan them for the months to come."""
    day, calendar = today - dt.timedelta(days=1), calendar_in_use()
    actor, now = acting(keeper, at(day, 10)), at(day, 10)
    end = backlog_end(on=today, calendar=calendar)
    found = backlog_of(body_id, letters=(), actor=actor)
    for letter in [one for one in found.letters if one in NEW_DUTIES and found.of(one).unsaid]:
        say_duty_before(body_id=body_id, letter=letter, was_due=False, calendar=calendar, actor=actor, now=now)
        if end and end.due_on > today:
            planned_on = min(end.due_on, today + dt.timedelta(days=30))
            plan_backlog(
                body_id=body_id, letter=letter, planned_on=planned_on, last_day=end.due_on, actor=actor, now=now
            )


def _enter(paper: tuple[str, str, str], number: int, *, body_id: int, place: str, keeper: str, today: dt.date) -> None:
    kind, symbol, about = paper
    day = today - dt.timedelta(days=1)
    text = f"{kind.upper()}\n{about.capitalize()} tại {place}\n\nỦy ban nhân dân {place} thông tin để Nhân dân biết.\n"
    register_item(
        facts=ItemFacts(
            title=f"{about[:1].upper()}{about[1:]} tại {place}",
            kind=kind,
            number=str(number),
            symbol=symbol,
            issuing_body_id=body_id,
            issued_on=day,
            created_on=day,
            creating_unit_name="Văn phòng HĐND và UBND",
        ),
        body_id=body_id,
        files=(NewFile(f"{number}-{symbol}.txt", text.encode()),),
        calendar=calendar_in_use(),
        actor=acting(keeper, at(day, 15)),
        now=at(day, 15),
    )


def _keeper(index: int) -> str:
    """Return who keeps the register of a commune, by user name."""
    if index == 0:
        return officers_of_commune(0)[0]
    alone = ALONE[index - 1]
    return alone if "." in alone else f"mot.{alone}"
