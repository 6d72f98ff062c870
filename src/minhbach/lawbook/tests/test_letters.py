"""Letters as data: filled, refused where something lacks, and changed by changing a file."""

import datetime as dt
from pathlib import Path

import pytest

from minhbach.domain.letters import LetterKey, LetterLacks, LettersInvalid, written_out
from minhbach.lawbook.letters import form_title, letter_text, load_letters, read_letters, reason_for
from minhbach.lawbook.statutes import all_statutes, statute

OLD, NEW = statute("104/2016/QH13"), statute("01/2026/QH16")
DAY = dt.date(2026, 10, 5)
REFUSAL = {
    "number": "2026-00412",
    "body": "Ủy ban nhân dân phường Mẫu Một",
    "addressee": "Ông/Bà Nguyễn Thử",
    "asked": "bảng giá đất năm 2025",
    "sent": "05/10/2026",
    "ground": "khoản 1 Điều 27 Luật 01/2026/QH16",
    "ground_quotation": "Thông tin quy định tại Điều 15",
    "reason": "Bảng có tên và địa chỉ của từng hộ.",
    "kept": "Bảng giá theo tuyến đường, đã bỏ tên và địa chỉ.",
    "remedy": "Xin văn bản đồng ý của từng hộ.",
    "explainer": "Trần Thử, Văn phòng, 0000 000 000",
    "complain": "- Khiếu nại tới Chủ tịch trong 90 ngày.",
}


def _write(folder: Path, text: str) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "moi.toml"
    path.write_text(text, "utf-8")
    return path


ADDED = """
statutes = ["01/2026/QH16"]
since = {since}
source = "mẫu của Sở"
state = "confirmed"
[[letter]]
key = "refusal"
kind = "Thông báo"
subject = "Từ chối {{number}}"
addressees = []
recipients = []
required = ["number", "ground", "reason", "kept", "remedy", "explainer", "complain"]
text = '''
{text}
'''
"""
WHOLE = "{ground} {reason} {kept} {remedy} {explainer} {complain}"


def test_each_law_has_every_letter_but_the_one_that_tells_the_term() -> None:
    for key in LetterKey:
        assert letter_text(key, OLD, sent_on=DAY) is not None
        assert (letter_text(key, NEW, sent_on=DAY) is None) == (key is LetterKey.TERM_NOTICE)


def test_each_ground_of_refusal_has_an_everyday_reason_and_a_remedy() -> None:
    for law in all_statutes():
        for ground in law.refusal_grounds:
            reason = reason_for(ground.key, law, sent_on=DAY)
            assert reason is not None
            assert reason.remedy.endswith(".")


def test_a_refusal_says_all_seven_parts() -> None:
    letter = letter_text(LetterKey.REFUSAL, NEW, sent_on=DAY)
    assert letter is not None
    said = written_out(letter, REFUSAL).text
    for value in (key for key in REFUSAL if key not in ("addressee",)):
        assert REFUSAL[value] in said
    assert form_title(letter, OLD) == "Mẫu số 05 Nghị định 13/2018/NĐ-CP"


@pytest.mark.parametrize("place", ["ground", "reason", "kept", "remedy", "explainer", "complain"])
def test_a_refusal_without_one_of_its_parts_is_not_drafted(place: str) -> None:
    letter = letter_text(LetterKey.REFUSAL, NEW, sent_on=DAY)
    assert letter is not None
    with pytest.raises(LetterLacks) as lacking:
        written_out(letter, {**REFUSAL, place: "  "})
    assert lacking.value.places == (place,)


def test_a_line_whose_condition_is_empty_is_left_out() -> None:
    letter = letter_text(LetterKey.RECEIPT, NEW, sent_on=DAY)
    assert letter is not None
    values = {**REFUSAL, "received": "05/10/2026", "delivery": "tải về"}
    assert "chậm nhất" not in written_out(letter, values).text
    assert "chậm nhất thứ Hai 19/10/2026" in written_out(letter, {**values, "due": "thứ Hai 19/10/2026"}).text


def test_another_form_is_another_file_and_no_release(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _write(tmp_path / "letters", ADDED.format(since="2026-10-01", text="Mẫu mới. " + WHOLE))
    monkeypatch.setenv("MINHBACH_LAW_ADDED", str(tmp_path))
    load_letters.cache_clear()
    try:
        new = letter_text(LetterKey.REFUSAL, NEW, sent_on=DAY)
        before = letter_text(LetterKey.REFUSAL, NEW, sent_on=dt.date(2026, 9, 30))
        assert new is not None and written_out(new, REFUSAL).text.startswith("Mẫu mới.")
        assert before is not None and not before.text.startswith("Mẫu mới.")
    finally:
        load_letters.cache_clear()


@pytest.mark.parametrize("place", ["ground", "reason", "kept", "remedy", "explainer", "complain"])
def test_a_form_of_refusal_that_leaves_a_part_out_is_refused(tmp_path: Path, place: str) -> None:
    text = WHOLE.replace(f"{{{place}}}", "")
    with pytest.raises(LettersInvalid, match=place):
        read_letters(_write(tmp_path, ADDED.format(since="2026-10-01", text=text)))


@pytest.mark.parametrize(
    ("wrong", "named"),
    [
        (ADDED.format(since="2026-10-01", text=WHOLE + " {nobody_knows}"), "nobody_knows"),
        (ADDED.format(since="2026-10-01", text=WHOLE).replace('kind = "Thông báo"\n', ""), "kind"),
        (ADDED.format(since="2026-10-01", text=WHOLE).replace("01/2026/QH16", "99/2099/QH99"), "99/2099/QH99"),
        ('statutes = ["01/2026/QH16"]\nsince = 2026-10-01\nsource = "x"\nstate = "confirmed"\n'
         '[[reason]]\nground = "28.1.a"\nwords = "x"\nremedy = "y"\n', "28.1.a"),
    ],
)  # fmt: skip
def test_a_file_that_cannot_be_is_refused_by_name(tmp_path: Path, wrong: str, named: str) -> None:
    with pytest.raises(LettersInvalid, match=f"moi.toml.*{named}"):
        read_letters(_write(tmp_path, wrong))
