"""Files of the law that are refused, naming file and key; and a decree that an operator adds."""

import datetime as dt
import shutil
from pathlib import Path

import pytest

from minhbach.domain.deadlines import RequestFacts, request_dues
from minhbach.domain.statutes import ChannelKey, Matter
from minhbach.domain.statutes.book import StatuteDataInvalid
from minhbach.lawbook.calendars import load_calendar
from minhbach.lawbook.folder import law_folder
from minhbach.lawbook.load_law_command import main
from minhbach.lawbook.statutes import read_book

OLD, NEW = "104-2016-qh13/", "01-2026-qh16/"

DECREE = """
document = "99/2027/NĐ-CP"
title = "Nghị định 99/2027/NĐ-CP"
name = "Nghị định bịa ra để thử"
in_force_from = 2027-03-01
source = "bịa ra để thử"
state = "confirmed"
replaces = ["13/2018/NĐ-CP"]
amends = ["01/2026/QH16"]

[[applies_to]]
statute = "01/2026/QH16"
since = 2027-03-01
article = "Điều 20"
quotation = "Nghị định này có hiệu lực từ ngày 01 tháng 3 năm 2027."

[[term]]
key = "answer"
what = "answer"
about = "request"
words = "Trả lời"
amount = 7
unit = "working_day"
counts_from = "valid"
article = "Điều 8 khoản 2"
quotation = "chậm nhất là 07 ngày làm việc"

[[form]]
number = "A1"
title = "Phiếu yêu cầu cung cấp thông tin"
filled_by = "requester"
article = "Điều 5"
quotation = "Phiếu yêu cầu cung cấp thông tin: Mẫu A1"
"""


@pytest.fixture
def law(tmp_path: Path) -> Path:
    """A copy of `law/statutes` to spoil."""
    return Path(shutil.copytree(law_folder() / "statutes", tmp_path / "statutes"))


@pytest.mark.parametrize(
    ("file", "old", "new", "said"),
    [
        (NEW + "terms.toml", "amount = 12", 'amount = "12"', "terms.toml, term thứ 1: amount .*số nguyên"),
        (
            "01-2026-qh16/terms.toml",
            "amount = 12",
            "amount = 13",
            "01/2026/QH16: terms “answer”: quotation không nói 13",
        ),
        (NEW + "terms.toml", 'unit = "day"', 'unit = "week"', "term thứ 1: unit là “week”"),
        (NEW + "terms.toml", 'unit = "day"', 'unit = "working_day"', "quotation không nói 12 working_day"),
        (NEW + "terms.toml", 'article = "Điều 26 khoản 3"\n', "", "terms.toml, term thứ 1: thiếu article"),
        (NEW + "terms.toml", 'key = "answer"', 'key = "answer"\nlimit = 3', "term thứ 1: không hiểu limit"),
        (NEW + "terms.toml", 'key = "publish"', 'key = "public"', "terms thiếu “publish”"),
        (NEW + "terms.toml", 'key = "extension"', 'key = "answer"', "terms “answer” đứng hai lần"),
        (NEW + "terms.toml", "[[term]]", "[[terms]]", "01-2026-qh16/terms.toml: không hiểu terms"),
        (NEW + "terms.toml", "document =", "document ", "01-2026-qh16/terms.toml: không đọc được"),
        (NEW + "letters.toml", 'letter = "đ"', 'letter = "f"', "letters phải theo thứ tự"),
        (NEW + "letters.toml", 'formerly = ["k"]', 'formerly = ["z"]', "letters “c”"),
        (NEW + "access.toml", 'class_code = "closed"', 'class_code = "shut"', "grounds “15.1” thuộc loại lạ"),
        (
            "01-2026-qh16/access.toml",
            "quotation = 'Thông tin công dân không được tiếp cận'",
            "quotation = ''",
            "nguyên văn",
        ),
        (NEW + "publication.toml", 'key = "media"', 'key = "radio"', "publication_forms “radio”"),
        (NEW + "rules.toml", 'value = "nominal_end"', 'value = "later"', "readings “extension_counts_from”"),
        (
            "01-2026-qh16/statute.toml",
            "since = 2026-09-01",
            "since = 2026-09-02",
            "không có luật nào từ 01/09/2026",
        ),
        (OLD + "statute.toml", "until = 2026-09-01\narticle", "article", "hai luật cùng áp dụng"),
        (
            "104-2016-qh13/terms.toml",
            'channels = ["in_person"]\ncomplexity = "simple"',
            'channels = ["in_person"]',
            "answer",
        ),
        ("details/13-2018-nd-cp.toml", "since = 2018-07-01", "since = 2018-06-30", "applies_to thứ 1: áp dụng trước"),
        ("details/13-2018-nd-cp.toml", 'source = "văn bản Nghị định 13/2018/NĐ-CP"', 'source = " "', "source để trống"),
    ],
)
def test_a_file_that_cannot_be_is_refused(law: Path, file: str, old: str, new: str, said: str) -> None:
    text = (law / file).read_text("utf-8")
    assert old in text
    (law / file).write_text(text.replace(old, new, 1), "utf-8")
    with pytest.raises(StatuteDataInvalid, match=said):
        read_book(law)


def test_a_decree_gives_a_new_term_and_a_new_form_from_its_day_on(tmp_path: Path) -> None:
    path = tmp_path / "nghi-dinh-99-2027.toml"
    path.write_text(DECREE, "utf-8")
    book = read_book(law_folder() / "statutes", [path])

    def answered(day: dt.date) -> tuple[str, int]:
        law = book.statute_for(Matter.REQUEST, day)
        facts = RequestFacts(sent_on=day, valid_on=day, channel=ChannelKey.ONLINE)
        (due,) = request_dues(facts, statute=law, calendar=load_calendar())
        return due.article, due.amount

    assert answered(dt.date(2027, 2, 28)) == ("Điều 26 khoản 3", 12)
    assert answered(dt.date(2027, 3, 1)) == ("Điều 8 khoản 2 Nghị định 99/2027/NĐ-CP", 7)
    assert [form.number for form in book.statute_for(Matter.REQUEST, dt.date(2027, 3, 1)).forms] == ["A1"]
    # What was sent under the older law keeps its decree to the end.
    assert len(book.statute("104/2016/QH13").forms) == 7


@pytest.fixture
def added(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "added"
    monkeypatch.setenv("MINHBACH_LAW_ADDED", str(folder))
    return folder / "statutes"


def test_load_law_checks_tells_what_changes_and_adds(
    tmp_path: Path, added: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "nghi-dinh-99-2027.toml"
    path.write_text(DECREE, "utf-8")
    assert main(["--check", str(path)]) == 0
    told = capsys.readouterr().out
    assert "Luật 01/2026/QH16, từ 01/03/2027: terms “answer” 12 → 7" in told
    assert "forms “A1” mới" in told
    assert "forms “01a” không còn" in told
    assert not added.exists()
    assert main([str(path)]) == 0
    assert (added / path.name).read_text("utf-8") == DECREE
    assert main(["--check"]) == 0
    assert "Dữ liệu hợp lệ" in capsys.readouterr().out
    # A mended file of the same name takes the place of the first.
    path.write_text(DECREE.replace("amount = 7", "amount = 8").replace("07 ngày", "08 ngày"), "utf-8")
    assert main([str(path)]) == 0
    assert "terms “answer” 7 → 8" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('amends = ["01/2026/QH16"]', "", "terms “answer” đã có trong 01/2026/QH16"),
        ("amount = 7", "amount = 70", "quotation không nói 70"),
        ('statute = "01/2026/QH16"', 'statute = "02/2026/QH16"', "không có luật số 02/2026/QH16"),
        ('document = "99/2027/NĐ-CP"\n', "", "nghi-dinh-99-2027.toml: thiếu document"),
    ],
)
def test_load_law_adds_nothing_that_does_not_fit(
    tmp_path: Path, added: Path, capsys: pytest.CaptureFixture[str], old: str, new: str, said: str
) -> None:
    path = tmp_path / "nghi-dinh-99-2027.toml"
    path.write_text(DECREE.replace(old, new), "utf-8")
    assert main([str(path)]) == 1
    assert said in capsys.readouterr().err
    assert not added.exists()


def test_load_law_wants_a_plain_file_name(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(tmp_path / "Nghị định.toml")]) == 2
    assert main([]) == 2
    assert main([str(tmp_path / "khong-co.toml")]) == 1
    assert "không đọc được" in capsys.readouterr().err
