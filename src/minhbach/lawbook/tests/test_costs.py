"""What an answer costs: sums by hand from the statute's own prices."""

import datetime as dt

import pytest

from minhbach.domain.costs import CostLine, CostRefused, cost_sheet, exemptions_of
from minhbach.lawbook.statutes import statute

OLD, NEW = statute("104/2016/QH13", on=dt.date(2026, 3, 2)), statute("01/2026/QH16", on=dt.date(2026, 10, 5))


def test_fifteen_black_pages_and_two_in_colour() -> None:
    sheet = cost_sheet([CostLine("price_black_white_a4", 15), CostLine("price_colour_a4", 2)], law=NEW)
    assert [line.amount for line in sheet.lines] == [45_000, 36_000]
    assert sheet.total == 81_000


def test_postage_is_added_and_never_reduced() -> None:
    sheet = cost_sheet(
        [CostLine("price_black_white_a4", 10)], law=OLD, postage=26_000, share="share_in_difficult_areas"
    )
    assert (sheet.before, sheet.share, sheet.total) == (56_000, 70, 21_000 + 26_000)


def test_half_the_price_in_specially_difficult_areas() -> None:
    sheet = cost_sheet([CostLine("price_black_white_a4", 3)], law=OLD, share="share_in_specially_difficult_areas")
    assert sheet.total == 4_500


def test_nothing_is_paid_for_what_was_due_to_be_public_under_the_law_of_2026() -> None:
    sheet = cost_sheet([CostLine("price_colour_a4", 5)], law=NEW, exempt="free_if_due_public")
    assert sheet.total == 0
    assert sheet.before == 90_000
    assert sheet.exempt is not None
    assert sheet.exempt.article == "Điều 25 khoản 2"


def test_the_law_of_2016_has_no_such_exemption() -> None:
    assert exemptions_of(OLD) == ()
    with pytest.raises(CostRefused):
        cost_sheet([], law=OLD, exempt="free_if_due_public")


def test_prices_whose_text_was_not_seen_are_told() -> None:
    sheet = cost_sheet([CostLine("price_black_white_a4", 1)], law=NEW)
    assert [one.key for one in sheet.unverified] == ["price_black_white_a4"]


def test_nothing_asked_for_costs_nothing() -> None:
    assert cost_sheet([CostLine("price_black_white_a4", 0)], law=NEW).total == 0


@pytest.mark.parametrize(
    "line", [CostLine("price_gold", 1), CostLine("price_audio", -1), CostLine("price_audio", 10**6)]
)
def test_what_has_no_price_or_cannot_be_is_refused(line: CostLine) -> None:
    with pytest.raises(CostRefused):
        cost_sheet([line], law=NEW)


def test_postage_that_cannot_be_is_refused() -> None:
    with pytest.raises(CostRefused):
        cost_sheet([], law=NEW, postage=-1)
