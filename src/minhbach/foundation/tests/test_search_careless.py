"""Questions as they are really typed: numbers, short forms, marks, slips, signs; each finds what it means."""

import unicodedata
from datetime import date

import pytest

from minhbach.domain.text import fold
from minhbach.foundation.search import search
from minhbach.foundation.search.contracts import PUBLIC, Entry, Found, Order, Question
from minhbach.foundation.search.rows import write_entries

pytestmark = pytest.mark.django_db

DOCUMENTS = {
    "gcn": ("Cấp giấy chứng nhận quyền sử dụng đất lần đầu", "15/TB-UBND", "Hồ sơ nộp tại Ủy ban nhân dân phường."),
    "hdnd": ("Nghị quyết của Hội đồng nhân dân về thu học phí", "07/2026/NQ-HĐND", "Mức thu theo từng cấp học."),
    "bhyt": ("Danh sách người được cấp thẻ bảo hiểm y tế", "112/BC-UBND", "Trẻ em dưới 6 tuổi, người cao tuổi."),
    "cccd": ("Lịch thu nhận hồ sơ căn cước công dân lưu động", "33/KH-UBND", "Người cao tuổi được phục vụ tại nhà."),
    "hoa": ("Kế hoạch hòa giải ở cơ sở của phường Hòa Mẫu", "21/KH-UBND", "Tổ hòa giải, hòa giải viên."),
    "thuy": ("Quyết định về thủy lợi phí và kênh thủy nông", "1408/QĐ-UBND", "Miễn thủy lợi phí cho ruộng lúa."),
    "gia": ("Bảng giá đất ở năm 2026", "71/2025/QĐ-UBND", "Giá đất ở đường Mẫu Hai là 12.500.000 đồng một mét vuông."),
    "rac": ("Phương án thu gom rác thải sinh hoạt", "9/PA-UBND", "Xe rác đi qua ngõ vào 18:00 hằng ngày."),
}


@pytest.fixture(autouse=True)
def written(db: object) -> None:
    write_entries(
        Entry("test", place, title, body, date(2026, 1, place), frozenset({PUBLIC}), ("b1",), number=number)
        for place, (title, number, body) in enumerate(DOCUMENTS.values(), start=1)
    )


def ask(words: str, **more: object) -> Found:
    return search(Question(words, frozenset({PUBLIC}), **more))  # type: ignore[arg-type]


def first(words: str) -> str:
    """Return which document stands first."""
    hits = ask(words).hits
    return list(DOCUMENTS)[hits[0].subject_id - 1] if hits else ""


CARELESS = [
    # Numbers and symbols, carelessly spelled.
    ("1408/QĐ-UBND", "thuy"),
    ("1408 qd ubnd", "thuy"),
    ("1408/qđ ubnd", "thuy"),
    ("QĐ số 1408", "thuy"),
    ("quyết định 1408", "thuy"),
    ("QD 71/2025", "gia"),
    ("KH số 33", "cccd"),
    ("kh 21", "hoa"),
    ("1408 / QĐ – UBND", "thuy"),
    ("so 71/2025/qd-ubnd", "gia"),
    ("71-2025-QĐ-UBND", "gia"),
    ("07/2026/NQ-HDND", "hdnd"),
    ("7/2026/nq-hđnd", "hdnd"),
    ("nq 07/2026", "hdnd"),
    # Short forms.
    ("GCN QSDĐ", "gcn"),
    ("gcnqsdđ", "gcn"),
    ("cấp gcn lần đầu", "gcn"),
    ("HĐND thu học phí", "hdnd"),
    ("hdnd hoc phi", "hdnd"),
    ("thẻ BHYT", "bhyt"),
    ("the bhyt tre em", "bhyt"),
    ("làm CCCD", "cccd"),
    ("lich lam cccd", "cccd"),
    # Old and new places of the tone, decomposed letters, no marks, some marks.
    ("hoà giải", "hoa"),
    ("hòa giải", "hoa"),
    ("phường Hoà Mẫu", "hoa"),
    ("thuỷ lợi phí", "thuy"),
    ("thuy loi phi", "thuy"),
    (unicodedata.normalize("NFD", "hòa giải ở cơ sở"), "hoa"),
    (unicodedata.normalize("NFD", "Bảng giá đất ở"), "gia"),
    ("bang gia dat", "gia"),
    ("bảng gia đất", "gia"),
    ("BẢNG GIÁ ĐẤT", "gia"),
    ("bẢnG gIá đẤt", "gia"),
    # Slips of the finger.
    ("bnag gia dat", "gia"),
    ("bảng giá đâtd", "gia"),
    ("hòa gải ở cơ sở", "hoa"),
    ("thu gom rac thỉa", "rac"),
    # Quotation marks and signs that are operators elsewhere.
    ('"hòa giải', "hoa"),
    ('hòa giải"', "hoa"),
    ('""hòa giải""', "hoa"),
    ("“bảng giá đất", "gia"),
    ("giá đất*", "gia"),
    ("giá* AND đất", "gia"),
    ("-bảng giá đất", "gia"),
    ("title:giá đất", "gia"),
    ("(giá đất", "gia"),
    ("giá đất) OR (rác", "gia"),
    ("NOT bảng giá đất", "gia"),
    ("bảng giá đất NEAR/3 năm", "gia"),
    ("giá đất & | ! <-> :*", "gia"),
    ("giá đất 🏠🙂", "gia"),
    ("giá\u200b đất\u00a0ở", "gia"),
    ("giá\tđất\nở", "gia"),
    ("bảng giá đất???", "gia"),
    ("giá-đất", "gia"),
    ("giá đất'; DROP TABLE x; --", "gia"),
]


@pytest.mark.parametrize(("words", "document"), CARELESS)
def test_what_is_meant_stands_first(words: str, document: str) -> None:
    assert first(words) == document


NOTHING = ["", " ", "\n\t", '"', '""', "*", "-", ":", "AND", "()", "🙂", "\u200b", "?!…", "\x00", "%_"]


@pytest.mark.parametrize("words", NOTHING)
@pytest.mark.parametrize("order", list(Order))
def test_what_says_nothing_is_answered_without_an_error(words: str, order: Order) -> None:
    found = ask(words, order=order, with_facets=True)
    assert found.count in (0, len(DOCUMENTS))
    assert ask(words, broadly=True).count in (0, len(DOCUMENTS))


@pytest.mark.parametrize("words", ["giá đất " * 5_000, "x" * 100_000, '"' * 3_001, "a/b-c " * 3_000, "12/" * 5_000])
def test_a_page_pasted_into_the_box_is_answered_as_a_question(words: str) -> None:
    assert len(ask(words).hits) <= len(DOCUMENTS)


def test_the_same_question_without_marks_finds_at_least_as_much() -> None:
    for title, _number, _body in DOCUMENTS.values():
        marked, bare = ask(title), ask(fold(title))
        assert {hit.subject_id for hit in marked.hits} <= {hit.subject_id for hit in bare.hits}


@pytest.mark.parametrize(
    "run", ["x" * 20_000, "ế" * 20_000, "x" * 3_000 + " " + "ễ" * 3_000, "1/" + "A" * 9_000, "漢" * 5_000]
)
def test_a_text_with_a_run_without_spaces_is_written_and_found(run: str) -> None:
    write_entries(
        [Entry("test", 99, "Tệp lạ", f"đính kèm {run} kết thúc", date(2026, 2, 1), frozenset({PUBLIC}), ("b1",))]
    )
    assert [hit.subject_id for hit in ask("đính kèm kết thúc").hits] == [99]
    assert 99 in {hit.subject_id for hit in ask(run).hits}
