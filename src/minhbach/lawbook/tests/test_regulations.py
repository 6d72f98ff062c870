"""Model regulations: ours fits the law's data, and a file that does not is refused by name."""

from datetime import date
from pathlib import Path

import pytest

from minhbach.domain.regulations import ModelInvalid, ModelState
from minhbach.lawbook.folder import law_folder
from minhbach.lawbook.regulations import load_models, model_of, models_offered, read_model

OURS = law_folder() / "regulations" / "mau-goi-y-2026.toml"


def changed(folder: Path, before: str, after: str, name: str = "mau-tinh.toml") -> Path:
    text = OURS.read_text("utf-8")
    assert before in text
    path = folder / name
    path.write_text(text.replace(before, after, 1), "utf-8")
    return path


def test_our_model_is_a_suggestion_that_holds_the_five_contents_of_article_34() -> None:
    model = read_model(OURS)
    assert model.state is ModelState.SUGGESTION
    demanded = {one.key for one in model.articles() if one.demanded}
    assert {"dau_moi", "chuyen_giao", "phan_loai", "danh_muc", "phoi_hop"} <= demanded
    assert model.demand.state == "provisional"


def test_a_draft_begins_with_a_model_of_its_day() -> None:
    assert models_offered(date(2026, 8, 31)) == ()
    assert [one.key for one in models_offered(date(2026, 9, 1))] == ["goi-y"]
    assert model_of("goi-y", "2026.1") is not None
    assert model_of("goi-y", "2020") is None


def test_a_province_puts_its_own_model_first(tmp_path: Path) -> None:
    path = changed(
        tmp_path, 'issuer = ""\nstate = "suggestion"', 'issuer = "Sở Tư pháp tỉnh Thí Dụ"\nstate = "official"'
    )
    path.write_text(path.read_text("utf-8").replace('key = "goi-y"', 'key = "tinh-thi-du"', 1), "utf-8")
    assert [one.key for one in load_models(added=tmp_path)] == ["tinh-thi-du", "goi-y"]


def test_two_files_of_one_version_are_refused(tmp_path: Path) -> None:
    changed(tmp_path, 'issuer = ""', 'issuer = ""')
    with pytest.raises(ModelInvalid, match="đứng hai lần"):
        load_models(added=tmp_path)


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ('statute = "01/2026/QH16"', 'statute = "99/2030/QH16"', "99/2030/QH16"),
        ('state = "suggestion"', 'state = "official"', "issuer"),
        ("{han.publish}", "{han.khong_co}", "han.khong_co"),
        ("{ngay_tim}", "{ngay_khac}", "ngay_khac"),
        ('term = "answer"', 'term = "khac"', "không có thời hạn “khac”"),
        ('fields = ["ngay_tiep_nhan"', 'fields = ["ngay_chuyen"', "ngay_chuyen"),
        ('article = "Điều 18 khoản 4"', 'article = "Điều 99 khoản 4"', "Điều 99 khoản 4"),
        ('from = "body"', 'from = "nha"', "co_quan"),
        ('unit = "working_day"\n', "", "unit"),
        ('key = "gia_han"', 'key = "tu_choi"', "đứng hai lần"),
        ("[demand]", "[khac]", "demand"),
        ("{ky_bao_cao}", "hằng quý", "ky_bao_cao"),
    ],
)
def test_what_does_not_fit_is_refused_with_the_file_and_what_is_wrong(
    tmp_path: Path, before: str, after: str, said: str
) -> None:
    with pytest.raises(ModelInvalid, match=said) as refused:
        read_model(changed(tmp_path, before, after))
    assert "mau-tinh.toml" in str(refused.value)
