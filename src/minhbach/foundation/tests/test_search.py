"""What is found, by whom, in which order: the same on both databases."""

from datetime import UTC, date, datetime

import pytest
from django.db import transaction

from minhbach.foundation.actions.index_entry import drop_entry, index_entry
from minhbach.foundation.contracts import NotInTransaction
from minhbach.foundation.search import search
from minhbach.foundation.search.contracts import PUBLIC, Entry, Found, Order, Question
from minhbach.foundation.search.frequencies import learn
from minhbach.foundation.search.rebuilding import index_is_whole, rebuild_index
from minhbach.foundation.search.rows import write_entries

pytestmark = pytest.mark.django_db

ROWS = (
    (
        "Kế hoạch sử dụng đất năm 2027 của phường Mẫu Một",
        "45/KH-UBND",
        "Ủy ban nhân dân phường cho thuê đất.",
    ),
    ("Quyết định về bảng giá đất", "71/2025/QĐ-UBND", "Bảng giá đất ở đô thị. Thực hiện Luật số 31/2024/QH15."),
    (
        "Nghị quyết về hỗ trợ hoà giải ở cơ sở",
        "54/2025/NQ-HĐND",
        "Hội đồng nhân dân định mức chi cho hòa giải viên.",
    ),
    ("Thông báo lịch tiếp công dân", "12/TB-UBND", "Chủ tịch Uỷ ban nhân dân tiếp công dân ngày 15 hằng tháng."),
    ("Quyền sử dụng đất của hộ gia đình", "", "Cấp giấy chứng nhận QSDĐ lần đầu."),
    ("Ban hành quy chế bán trú", "9/QĐ-UBND", "Trường học bán trú, bàn ghế của học sinh."),
)


@pytest.fixture
def written() -> None:
    """Six public entries, numbered from 1 on in the order of `ROWS`."""
    for number, (title, symbol, body) in enumerate(ROWS, start=1):
        write(number, title=title, number=symbol, body=body)


def write(subject_id: int, **facts: object) -> None:
    """Index one entry, public unless said otherwise."""
    usual: dict[str, object] = {
        "kind": "test",
        "subject_id": subject_id,
        "title": "",
        "body": "",
        "on": date(2026, 1, subject_id % 28 + 1),
        "visible_to": frozenset({PUBLIC}),
        "bodies": ("b1",),
    }
    with transaction.atomic():
        index_entry(Entry(**(usual | facts)))  # type: ignore[arg-type]


def ask(words: str, **more: object) -> Found:
    """Ask as everybody may."""
    return search(Question(words, **({"tokens": frozenset({PUBLIC})} | more)))  # type: ignore[arg-type]


def ids(words: str, **more: object) -> list[int]:
    """Return what is found, in order."""
    return [hit.subject_id for hit in ask(words, **more).hits]


@pytest.mark.usefixtures("written")
class TestVietnamese:
    @pytest.mark.parametrize("typed", ["giá đất", "gia dat", "GIÁ ĐẤT", "gia\u0301 đa\u0302\u0301t"])
    def test_marks_case_and_unicode_form_may_be_left_aside(self, typed: str) -> None:
        assert ids(typed)[0] == 2

    def test_typed_marks_count(self) -> None:
        assert ids("bàn") == [6]
        assert set(ids("ban")) > {6}
        assert ids("bản") == []

    @pytest.mark.parametrize("typed", ["hòa giải", "hoà giải", "hoa giai"])
    def test_old_and_new_tone_places_are_one(self, typed: str) -> None:
        assert ids(typed) == [3]

    @pytest.mark.parametrize("typed", ["ủy ban nhân dân", "uỷ ban nhân dân", "UBND", "ubnd"])
    def test_short_forms_are_what_they_stand_for(self, typed: str) -> None:
        assert set(ids(typed)) == {1, 4}

    @pytest.mark.parametrize("typed", ["QSDĐ", "qsdd", "quyền sử dụng đất"])
    def test_a_short_form_in_a_text_is_found_by_its_words(self, typed: str) -> None:
        assert ids(typed)[0] == 5

    def test_a_phrase_stands_in_a_row(self) -> None:
        assert ids('"tiếp công dân ngày 15"') == [4]
        assert ids('"công dân tiếp"') == []

    def test_a_long_question_finds_what_has_most_of_it(self) -> None:
        assert ids("cho tôi hỏi bảng giá đất ở trong đô thị năm nay thì xem ở đâu vậy")[0] == 2


@pytest.mark.usefixtures("written")
class TestNumbers:
    @pytest.mark.parametrize(
        "typed",
        [
            "54/2025/NQ-HĐND",
            "54/2025/nq-hđnd",
            "54 2025 NQ HDND",
            "54/2025/NQHĐND",
            "số 54/2025/NQ-HĐND ngày 26/11/2025",
            "nghị quyết 54/2025/NQ-HĐND",
            "54/NQ-HĐND",
            "54/2025",
        ],
    )
    def test_a_number_is_known_in_part_and_in_careless_spelling(self, typed: str) -> None:
        assert ids(typed)[0] == 3

    def test_a_number_finds_all_and_only_what_bears_it_or_speaks_of_it(self) -> None:
        assert ids("31/2024/QH15") == [2]
        assert ids("71/2025/QĐ-UBND") == [2]

    def test_the_document_itself_stands_before_what_speaks_of_it_often(self) -> None:
        write(20, title="Về 12/TB-UBND và 12/TB-UBND", body="Theo 12/TB-UBND, 12/TB-UBND, 12/TB-UBND.")
        assert ids("12/TB-UBND") == [4, 20]

    def test_the_whole_number_stands_before_one_that_begins_so(self) -> None:
        write(21, number="12/TB-UBND.HC", title="Thông báo 12/TB-UBND khác")
        assert ids("12/TB-UBND") == [4, 21]


class TestRights:
    def test_what_is_hidden_is_neither_found_nor_counted(self) -> None:
        write(1, title="Hồ sơ kín về xyztuv", visible_to=frozenset({"b12"}), letter="a", year=2026)
        hidden = ask("xyztuv", with_facets=True)
        assert (hidden.hits, hidden.count, hidden.facets.years) == ((), 0, {})
        assert ids("xyztuv", tokens=frozenset({"b12", PUBLIC})) == [1]
        assert ids("xyztuv", tokens=frozenset()) == []

    def test_a_number_of_what_is_hidden_finds_nothing(self) -> None:
        write(1, title="Kín", number="99/QĐ-UBND", visible_to=frozenset({"b12"}))
        assert ids("99/QĐ-UBND") == []

    def test_what_is_hidden_does_not_crowd_out_what_is_not(self) -> None:
        hidden = frozenset({"b12"})
        with transaction.atomic():
            write_entries(Entry("test", n, "Bảng giá đất ở đô thị", "", None, hidden) for n in range(100, 800))
        write(1, title="Thông báo", body="Có nhắc tới bảng giá đất ở đô thị của năm trước, và nhiều chuyện khác nữa.")
        found = ask("xem bảng giá đất ở đô thị của phường ở đâu")
        assert [hit.subject_id for hit in found.hits] == [1]
        assert (found.count, found.counted_exactly) == (1, True)

    def test_only_the_kinds_asked_for_are_found(self) -> None:
        write(1, kind="item", title="giá đất")
        write(2, kind="plan", title="giá đất")
        assert ids("giá đất", kinds=frozenset({"plan"})) == [2]
        assert ids("xem bảng giá đất ở đâu thế nhỉ", kinds=frozenset({"item"})) == [1]


class TestFilters:
    def test_by_body_with_and_without_those_below(self) -> None:
        write(1, title="đất", bodies=("b2", "b1"))
        write(2, title="đất", bodies=("b1",))
        assert set(ids("đất", body="b1")) == {1, 2}
        assert ids("đất", body="b1", own_only=True) == [2]

    def test_by_letter_kind_and_year_with_counts(self) -> None:
        write(1, title="đất", letter="đ", document_kind="KH", year=2025)
        write(2, title="đất", letter="u", document_kind="QĐ", year=2026)
        assert ids("đất", letter="đ") == ids("đất", document_kind="KH") == ids("đất", year=2025) == [1]
        facets = ask("đất", with_facets=True).facets
        assert (facets.letters, facets.years) == ({"đ": 1, "u": 1}, {2025: 1, 2026: 1})
        assert (facets.document_kinds, facets.bodies) == ({"KH": 1, "QĐ": 1}, {"b1": 2})

    def test_newest_first_and_pages(self) -> None:
        for number in range(1, 8):
            write(number, title="đất đai", on=date(2026, number, 1))
        assert ids("đất đai", order=Order.NEWEST, limit=3) == [7, 6, 5]
        assert ids("đất đai", order=Order.NEWEST, offset=3, limit=3) == [4, 3, 2]
        assert sorted(ids("đất đai", limit=4) + ids("đất đai", offset=4, limit=4)) == list(range(1, 8))

    def test_without_words_everything_in_view_newest_first(self) -> None:
        write(1, title="cũ", on=date(2020, 1, 1))
        write(2, title="mới", on=date(2026, 1, 1))
        assert ids("") == [2, 1]


class TestHighlights:
    def test_what_an_entry_says_is_escaped_before_words_are_marked(self) -> None:
        write(1, title="<b>giá đất</b> & 'x'", body="<script>alert(1)</script> bảng giá đất")
        (hit,) = ask("giá đất").hits
        assert hit.marked_title == "&lt;b&gt;<mark>giá đất</mark>&lt;/b&gt; &amp; &#x27;x&#x27;"
        assert hit.highlight == "&lt;script&gt;alert(1)&lt;/script&gt; bảng <mark>giá đất</mark>"


class TestTransaction:
    def test_an_entry_changes_and_goes_with_its_row(self) -> None:
        write(1, title="trước")
        write(1, title="sau")
        assert (ids("trước"), ids("sau")) == ([], [1])
        with transaction.atomic():
            drop_entry("test", 1)
        assert ask("sau").count == 0

    def test_what_is_rolled_back_is_not_found(self) -> None:
        class Stopped(Exception):
            pass

        def half() -> None:
            with transaction.atomic():
                index_entry(Entry("test", 1, "dở dang", "", None, frozenset({PUBLIC})))
                assert ids("dở dang") == [1]
                raise Stopped

        with pytest.raises(Stopped):
            half()
        assert ask("dở dang").count == 0

    def test_the_index_is_made_anew_from_its_entries(self) -> None:
        write(1, title="giá đất", number="1/QĐ-UBND")
        assert rebuild_index() == 1
        assert ids("giá đất") == ids("1/QĐ-UBND") == [1]
        assert index_is_whole()


@pytest.mark.django_db(transaction=True)
def test_outside_a_transaction_nothing_is_indexed() -> None:
    with pytest.raises(NotInTransaction):
        index_entry(Entry("test", 1, "x", "", None, frozenset({PUBLIC})))
    with pytest.raises(NotInTransaction):
        drop_entry("test", 1)


class TestSpelling:
    @pytest.fixture(autouse=True)
    def learned(self, written: None) -> None:
        learn(now=datetime(2026, 10, 1, tzinfo=UTC))

    def test_a_word_that_nothing_has_is_taken_for_the_one_that_was_meant(self) -> None:
        found = ask("bảng gái đất")
        assert (found.hits[0].subject_id, found.searched) == (2, "bảng giá đất")
        assert ask("bang gai dat").hits[0].subject_id == 2

    def test_what_people_say_is_no_slip_of_the_pen_and_leads_to_what_documents_write(self) -> None:
        write(31, title="Thông báo giải quyết đơn xin bù lại ngày nghỉ")
        write(32, title="Phương án bồi thường về đất")
        learn(now=datetime(2026, 10, 2, tzinfo=UTC))
        found = ask("đền bù")
        assert (found.searched, found.also) == ("", ("bồi thường",))

    def test_what_was_typed_without_marks_is_offered_with_them(self) -> None:
        assert ask("bang gia dat").also == ("bảng giá đất",)
        assert ask("bảng giá đất").also == ()

    def test_no_word_of_what_is_hidden_is_ever_offered(self) -> None:
        write(30, title="Xyzăng bí ẩn", visible_to=frozenset({"b12"}))
        learn(now=datetime(2026, 10, 2, tzinfo=UTC))
        for typed in ("xyzang bi an", "xyzănh", "xyzanh"):
            found = ask(typed)
            assert "xyz" not in found.searched.replace(typed, "") and "ă" not in "".join(found.also)
        assert ids("xyzăng", tokens=frozenset({"b12"})) == [30]

    def test_a_word_is_offered_no_more_once_its_entry_is_gone(self) -> None:
        with transaction.atomic():
            drop_entry("test", 2)
        assert ask("bang gia dat").also == ()
