"""Points of a letter and of an agency, reckoned by hand; and what holds for any counts."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from minhbach.domain.monitoring.scoring import LetterStanding, agency_score, standing_of
from minhbach.domain.monitoring.values import Criterion, ExpectedLetter, LetterCounts, Source

TODAY = date(2026, 12, 1)
YEARLY = ExpectedLetter("a", "hằng năm", "confirmed", months=12)
BY_PAGE = ExpectedLetter("u", "danh mục, đầu mối", "confirmed", shown_by=(Source.LIST, Source.FOCAL_POINT))


def standing(counts: LetterCounts, expected: ExpectedLetter | None = None, *shown: Source) -> LetterStanding:
    return standing_of("a", counts, expected=expected, shown=shown, on=TODAY)


def test_five_criteria_weigh_alike() -> None:
    counts = LetterCounts(
        lines=4, posted=4, dated=4, late=1, opened=4, gone=2, looked=2, unread=2, newest_on=date(2025, 11, 30)
    )
    found = standing(counts, YEARLY)
    # có 1, mới 0, đúng hạn 3/4, mở được 2/4, máy đọc được 0: 2,25 / 5 = 45.
    assert found.score == 45
    assert found.gaps == (Criterion.FRESH, Criterion.ON_TIME, Criterion.REACHABLE, Criterion.READABLE)


def test_the_day_a_year_ago_is_recent_and_the_day_before_is_not() -> None:
    for day, gaps in ((date(2025, 12, 1), ()), (date(2025, 11, 30), (Criterion.FRESH,))):
        assert standing(LetterCounts(lines=1, posted=1, newest_on=day), YEARLY).gaps == gaps


def test_what_is_let_out_and_overdue_is_neither_there_nor_in_time() -> None:
    found = standing(LetterCounts(lines=1, dated=1, late=1))
    assert (found.score, found.gaps) == (0, (Criterion.PRESENT, Criterion.ON_TIME))


def test_list_and_focal_point_together_are_the_letter_that_asks_for_them() -> None:
    assert standing(LetterCounts(), BY_PAGE, Source.LIST, Source.FOCAL_POINT).score == 100
    assert standing(LetterCounts(), BY_PAGE, Source.FOCAL_POINT).gaps == (Criterion.PRESENT,)


def test_agency_has_the_mean_of_judged_letters_with_halves_upwards() -> None:
    whole, none, unknown = (
        standing(LetterCounts(lines=1, posted=1)),
        standing(LetterCounts(), YEARLY),
        standing(LetterCounts()),
    )
    assert agency_score([whole, none, unknown]) == 50
    assert agency_score([unknown]) is None
    # 7/8 = 87,5 → 88.
    assert agency_score([whole] * 7 + [none]) == 88


@given(st.integers(1, 50), st.data())
def test_score_lies_between_0_and_100_and_is_100_without_a_gap(items: int, data: st.DataObject) -> None:
    def part() -> int:
        return data.draw(st.integers(0, items))

    counts = LetterCounts(items, items, items, part(), items, part(), items, part(), newest_on=TODAY)
    found = standing(counts, YEARLY)
    assert found.score is not None
    assert 0 < found.score <= 100
    assert (found.score == 100) == (not found.gaps)
