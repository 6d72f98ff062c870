"""One statute for each day, and what details it from a day on."""

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest

from minhbach.domain.statutes import Applied, Choice, Form, Matter, NotInStatute, State, Unit
from minhbach.domain.statutes.book import Book, Detail, NoStatute, StatuteDataInvalid, check_periods
from minhbach.domain.statutes.values import cited_as
from minhbach.lawbook.statutes import load_book

BOOK = load_book()
NEW = "01/2026/QH16"
DECREE = "9/2027/NĐ-CP"
CITED = {
    "document": DECREE,
    "article": "Điều 3",
    "quotation": "trong 05 ngày",
    "source": "thử",
    "state": State.CONFIRMED,
}
FROM = dt.date(2027, 2, 1)


def detail(*, state: State = State.CONFIRMED, **more: Any) -> Detail:
    """A made-up decree under the Law of 2026."""
    cited = CITED | {"state": state}
    applied = Applied(**cited, number=DECREE, statute=NEW, title=f"Nghị định {DECREE}", name="thử", since=FROM)
    return Detail(number=DECREE, applies=(applied,), **more)


def form(number: str) -> Form:
    return Form(**CITED, number=number, title="Mẫu thử", filled_by="agency")


def titles(book: Book, on: dt.date) -> dict[str, str]:
    return {one.number: one.title for one in book.statute(NEW, on=on).forms}


def test_a_decree_adds_a_form_from_its_day_on() -> None:
    book = Book(BOOK.statutes, (*BOOK.details, detail(rows={"forms": (form("07"),)})))
    assert "07" not in titles(book, dt.date(2027, 1, 31))
    assert titles(book, FROM)["07"] == "Mẫu thử"
    assert book.changes_of(NEW) == (dt.date(2026, 9, 1), FROM)


def test_a_second_value_under_a_key_is_refused_unless_it_says_that_it_amends() -> None:
    rows = {"forms": (form("04"),)}
    with pytest.raises(StatuteDataInvalid, match="9/2027/NĐ-CP: forms “04” đã có trong 13/2018/NĐ-CP"):
        Book(BOOK.statutes, (*BOOK.details, detail(rows=rows)))
    book = Book(BOOK.statutes, (*BOOK.details, detail(rows=rows, amends=("13/2018/NĐ-CP",))))
    assert titles(book, FROM)["04"] == "Mẫu thử"
    assert titles(book, FROM)["05"] != "Mẫu thử"
    assert titles(book, dt.date(2027, 1, 31))["04"] != "Mẫu thử"


def test_a_replaced_decree_ends_where_the_new_one_begins_but_only_under_its_law() -> None:
    book = Book(BOOK.statutes, (*BOOK.details, detail(rows={"forms": (form("04"),)}, replaces=("13/2018/NĐ-CP",))))
    assert titles(book, FROM) == {"04": "Mẫu thử"}
    assert len(titles(book, dt.date(2027, 1, 31))) == 7
    assert len(book.statute("104/2016/QH13", on=FROM).forms) == 7


def test_a_law_gives_way_to_a_value_that_amends_it() -> None:
    answer = replace(BOOK.statute(NEW).term("answer"), document=DECREE, amount=5, unit=Unit.WORKING_DAY)
    with pytest.raises(StatuteDataInvalid, match="terms “answer” đã có trong 01/2026/QH16"):
        Book(BOOK.statutes, (*BOOK.details, detail(rows={"terms": (answer,)})))
    book = Book(BOOK.statutes, (*BOOK.details, detail(rows={"terms": (answer,)}, amends=(NEW,))))
    assert book.statute_for(Matter.REQUEST, dt.date(2027, 1, 31)).term("answer").amount == 12
    assert book.statute_for(Matter.REQUEST, FROM).term("answer").amount == 5


def test_a_decree_that_may_not_hold_makes_its_values_provisional() -> None:
    book = Book(BOOK.statutes, (*BOOK.details, detail(rows={"forms": (form("07"),)}, state=State.PROVISIONAL)))
    (seventh,) = [one for one in book.statute(NEW, on=FROM).forms if one.number == "07"]
    assert seventh.state is State.PROVISIONAL


def test_a_decree_of_an_unknown_law_or_twice_the_same_number_is_refused() -> None:
    stray = detail(rows={})
    applied = replace(stray.applies[0], statute="5/2030/QH17")
    with pytest.raises(StatuteDataInvalid, match="không có luật số 5/2030/QH17"):
        Book(BOOK.statutes, (replace(stray, applies=(applied,)),))
    with pytest.raises(StatuteDataInvalid, match="đứng hai lần"):
        Book(BOOK.statutes, (stray, stray))


def choice(since: str, until: str | None = None) -> Choice:
    days = {"since": dt.date.fromisoformat(since), "until": dt.date.fromisoformat(until) if until else None}
    return Choice(**CITED, matter=Matter.REQUEST, chosen_by="sent", **days)


@pytest.mark.parametrize(
    ("choices", "words"),
    [
        ([], "không có luật nào"),
        ([choice("2018-07-01", "2026-08-31"), choice("2026-09-01")], "không có luật nào từ 31/08/2026"),
        ([choice("2018-07-01", "2026-09-02"), choice("2026-09-01")], "hai luật cùng áp dụng ngày 01/09/2026"),
        ([choice("2018-07-01"), choice("2026-09-01")], "hai luật"),
        ([choice("2018-07-01", "2026-09-01")], "không có luật nào từ 01/09/2026"),
    ],
)
def test_gaps_and_overlaps_are_refused(choices: list[Choice], words: str) -> None:
    with pytest.raises(StatuteDataInvalid, match=words):
        check_periods(Matter.REQUEST, choices)


def test_what_is_not_there_is_said() -> None:
    with pytest.raises(NotInStatute, match="Luật 104/2016/QH13 không có “q”"):
        BOOK.statute("104/2016/QH13").letter("q")
    with pytest.raises(NoStatute, match="5/2030/QH17"):
        BOOK.statute("5/2030/QH17")


def test_articles_turn_round_to_be_cited() -> None:
    assert cited_as("Điều 17 khoản 1 điểm a", "Luật X") == "điểm a khoản 1 Điều 17 Luật X"
    assert cited_as("Điều 37", "Luật X") == "Điều 37 Luật X"
    assert cited_as("Phụ lục", "Thông tư Y") == "Phụ lục Thông tư Y"
