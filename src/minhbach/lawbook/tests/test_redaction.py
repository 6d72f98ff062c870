"""The two steps of Decree 13/2018, Article 7, before and after the Law of 2026."""

from datetime import date

import pytest

from minhbach.lawbook.redaction import MARK, REMOVE, redaction_step


@pytest.mark.parametrize(("day", "state"), [(date(2026, 8, 31), "confirmed"), (date(2026, 9, 1), "provisional")])
def test_the_decree_is_confirmed_under_the_old_law_and_provisional_under_the_new(day: date, state: str) -> None:
    assert redaction_step(MARK, day).cited == "khoản 1 Điều 7 Nghị định 13/2018/NĐ-CP"
    assert redaction_step(REMOVE, day).cited == "khoản 2 Điều 7 Nghị định 13/2018/NĐ-CP"
    assert {redaction_step(MARK, day).state, redaction_step(REMOVE, day).state} == {state}


def test_nothing_is_known_before_the_decree() -> None:
    with pytest.raises(KeyError):
        redaction_step(MARK, date(2018, 6, 30))
