"""Regulations: filling in, terms that the law bounds, what is left out, what was changed, what was pasted."""

import datetime as dt

import pytest

from minhbach.domain.regulations import (
    ArticleText,
    Base,
    Demand,
    Field,
    FieldKind,
    Limit,
    Model,
    ModelArticle,
    ModelChapter,
    ModelState,
    articles_in,
    chapters_of,
    faults_of,
    filled,
    numbered,
    pieces_between,
    unknown_places,
)
from minhbach.domain.regulations.checking import FaultKind
from minhbach.domain.statutes.terms import Start, Term
from minhbach.domain.statutes.values import State, Unit

ANSWER = Term(
    document="01/2026/QH16", article="Điều 26 khoản 3", quotation="chậm nhất là 12 ngày", source="văn bản",
    state=State.CONFIRMED, key="answer", what="answer", about="request", amount=12, unit=Unit.DAY,
    counts_from=Start.VALID, words="Cung cấp thông tin",
)  # fmt: skip
BASES = (Base("01/2026/QH16", "Điều 26 khoản 3"),)
MODEL = Model(
    key="mau", version="1", title="Quy chế", subject="Cung cấp thông tin của {co_quan}", issuer="",
    state=ModelState.SUGGESTION, since=dt.date(2026, 9, 1), until=dt.date(2027, 1, 1), statute="01/2026/QH16",
    demand=Demand("Năm nội dung", State.PROVISIONAL),
    fields=(
        Field("co_quan", FieldKind.TEXT, "Cơ quan", ""),
        Field("tim", FieldKind.DAYS, "Tìm", "", "6", unit=Unit.DAY),
        Field("duyet", FieldKind.DAYS, "Duyệt", "", "3", unit=Unit.DAY),
    ),
    limits=(Limit(("tim", "duyet"), "answer"),),
    chapters=(
        ModelChapter("Chung", (ModelArticle("pham_vi", "Phạm vi", "Tại {co_quan}.", BASES),)),
        ModelChapter("Trả lời", (ModelArticle("han", "Hạn", "Tìm {tim}, duyệt {duyet}.", BASES, demanded=True),)),
    ),
)  # fmt: skip
WHOLE = (
    ArticleText("pham_vi", "Chung", "Phạm vi", "Tại {co_quan}."),
    ArticleText("han", "Trả lời", "Hạn", "Tìm {tim}, duyệt {duyet}."),
)
VALUES = {"co_quan": "xã Mẫu Một", "tim": "6", "duyet": "6"}


def test_places_are_filled_and_a_gap_stands_where_nothing_is_said() -> None:
    assert filled("Tại {co_quan}, {dau_moi}.", {"co_quan": "xã Mẫu Một", "dau_moi": ""}) == "Tại xã Mẫu Một, …………."
    assert unknown_places("{co_quan} {khac}", VALUES) == ("khac",)


def test_a_model_is_offered_from_its_first_day_to_the_day_before_its_end() -> None:
    days = (dt.date(2026, 8, 31), dt.date(2026, 9, 1), dt.date(2026, 12, 31), dt.date(2027, 1, 1))
    assert [MODEL.is_offered_on(day) for day in days] == [False, True, True, False]


def test_what_is_whole_and_within_the_law_has_no_fault() -> None:
    assert faults_of(MODEL, WHOLE, VALUES, {"answer": ANSWER}) == []


def test_days_within_the_agency_are_together_no_longer_than_the_law() -> None:
    (fault,) = faults_of(MODEL, WHOLE, VALUES | {"tim": "7"}, {"answer": ANSWER})
    assert (fault.kind, fault.days, fault.allowed) == (FaultKind.TOO_LONG, 13, 12)
    assert not fault.is_warning


@pytest.mark.parametrize(
    ("articles", "values", "kinds"),
    [
        (WHOLE, VALUES | {"co_quan": ""}, [FaultKind.EMPTY]),
        ((WHOLE[0],), VALUES, [FaultKind.UNEXPLAINED]),
        ((WHOLE[0], ArticleText("han", "Trả lời", "Hạn", "", left_out=True)), VALUES, [FaultKind.UNEXPLAINED]),
        ((WHOLE[0], ArticleText("han", "Trả lời", "Hạn", "", True, "Đã có")), VALUES, [FaultKind.LEFT_OUT]),
        ((*WHOLE, ArticleText("", "Trả lời", "Thêm", " ")), VALUES, [FaultKind.EMPTY_ARTICLE]),
        ((WHOLE[1],), VALUES | {"co_quan": ""}, [FaultKind.EMPTY]),
    ],
)
def test_each_fault_is_told(articles: tuple[ArticleText, ...], values: dict[str, str], kinds: list[FaultKind]) -> None:
    assert [one.kind for one in faults_of(MODEL, articles, values, {"answer": ANSWER})] == kinds


def test_articles_are_numbered_through_the_chapters_without_what_is_left_out() -> None:
    articles = (
        ArticleText("a", "Một", "A", "1"),
        ArticleText("b", "Một", "B", "2", left_out=True),
        ArticleText("c", "Hai", "C", "3"),
        ArticleText("d", "Hai", "D", "4"),
    )
    assert numbered(articles) == [1, None, 2, 3]
    found = [(number, title, [(n, one.title) for n, one in held]) for number, title, held in chapters_of(articles)]
    assert found == [(1, "Một", [(1, "A")]), (2, "Hai", [(2, "C"), (3, "D")])]


def test_what_was_changed_is_told_in_words() -> None:
    pieces = [(one.change.value, one.words) for one in pieces_between("trong 2 ngày làm việc", "trong 1 ngày làm việc")]
    assert pieces == [("same", "trong "), ("dropped", "2"), ("added", "1"), ("same", " ngày làm việc")]


def test_a_pasted_text_comes_apart_into_chapters_and_articles() -> None:
    pasted = """
    QUY CHẾ
    Chương I
    QUY ĐỊNH CHUNG
    Điều 1. Phạm vi điều chỉnh
    1. Quy chế này {quy định} việc cung cấp thông tin.
    2.  Áp dụng cho mọi phòng.
    CHƯƠNG II: ĐẦU MỐI
    Điều 2: Đầu mối
    Văn phòng là đầu mối theo Điều 5 của Luật.
    """
    first, second = articles_in(pasted)
    assert first == ArticleText(
        "", "Quy định chung", "Phạm vi điều chỉnh",
        "1. Quy chế này (quy định) việc cung cấp thông tin.\n2. Áp dụng cho mọi phòng.",
    )  # fmt: skip
    assert (second.chapter, second.title) == ("Đầu mối", "Đầu mối")
    assert second.text == "Văn phòng là đầu mối theo Điều 5 của Luật."
    assert articles_in("Không có điều nào") == []
