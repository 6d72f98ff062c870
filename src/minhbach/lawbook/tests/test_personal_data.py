"""What the law on personal data asks, as read from its folder; days counted by hand."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from minhbach.domain.personal_data import DataMatter, after_months
from minhbach.lawbook import personal_data
from minhbach.lawbook.personal_data import PersonalDataInvalid, breach_term_on, first_reply_on, notice_on, retention_on


@pytest.fixture
def added(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder of what an operator adds, read anew before and after."""
    monkeypatch.setenv("MINHBACH_LAW_ADDED", str(tmp_path))
    reads = (personal_data._notices, personal_data._periods, personal_data._replies, personal_data._breaches)
    for read in reads:
        read.cache_clear()
    folder = tmp_path / "personal_data"
    folder.mkdir()
    yield folder
    for read in reads:
        read.cache_clear()


def test_a_breach_found_on_a_friday_evening_is_told_by_monday_evening() -> None:
    term = breach_term_on(date(2026, 10, 16))
    assert term is not None and not term.is_sure
    assert term.due_at(datetime(2026, 10, 16, 13, 30, tzinfo=UTC)) == datetime(2026, 10, 19, 13, 30, tzinfo=UTC)
    assert term.named == "khoản 1 Điều 23 Luật Bảo vệ dữ liệu cá nhân số 91/2025/QH15"


def test_before_the_law_nothing_is_asked() -> None:
    assert notice_on(date(2025, 12, 31)) is None
    assert breach_term_on(date(2025, 12, 31)) is None
    assert first_reply_on(date(2025, 12, 31)) is None


@pytest.mark.parametrize(
    ("ended_on", "months", "day"),
    [
        (date(2026, 10, 19), 24, date(2028, 10, 19)),
        (date(2026, 8, 31), 6, date(2027, 2, 28)),
        (date(2027, 8, 31), 6, date(2028, 2, 29)),
        (date(2026, 12, 31), 12, date(2027, 12, 31)),
    ],
)
def test_months_are_counted_to_the_same_day_or_the_last_one(ended_on: date, months: int, day: date) -> None:
    assert after_months(ended_on, months) == day


def test_each_matter_has_a_period_that_says_that_no_text_sets_it() -> None:
    for matter in DataMatter:
        period = retention_on(date(2026, 10, 19), matter)
        assert not period.is_sure and not period.document and "chưa thấy văn bản" in period.source


def test_each_matter_is_told_why_what_who_how_long_and_which_rights() -> None:
    notice = notice_on(date(2026, 10, 19))
    assert notice is not None
    for matter in DataMatter:
        assert [part.key for part in notice.about(matter)] == ["why", "what", "who", "how_long", "rights"]


def test_what_an_operator_adds_counts_before_ours(added: Path) -> None:
    (added / "retention.toml").write_text(
        '[[period]]\nmatter = "request"\nsince = 2026-11-01\nmonths = 60\ndocument = "Thông tư 99/2026"\n'
        'article = "Điều 3"\nquotation = "60 tháng"\nstate = "confirmed"\nsource = "văn bản"\n',
        encoding="utf-8",
    )
    assert retention_on(date(2026, 10, 31), DataMatter.REQUEST).months == 24
    assert retention_on(date(2026, 11, 1), DataMatter.REQUEST).erased_from(date(2026, 11, 1)) == date(2031, 11, 1)


def test_what_is_called_confirmed_must_be_quoted(added: Path) -> None:
    (added / "terms.toml").write_text(
        '[[breach]]\nsince = 2026-11-01\nhours = 24\nto = "x"\nwhere = "y"\ndocument = "z"\n'
        'state = "confirmed"\nsource = "w"\n',
        encoding="utf-8",
    )
    with pytest.raises(PersonalDataInvalid, match="quotation"):
        breach_term_on(date(2026, 11, 2))
