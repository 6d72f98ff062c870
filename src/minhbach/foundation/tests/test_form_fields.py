"""Boxes for dates and files answer in the words of ui.md §5."""

from datetime import date

import pytest
from django import forms
from django.core.files.uploadedfile import SimpleUploadedFile
from django.template import Context, Template
from django.utils.datastructures import MultiValueDict

from minhbach.foundation.form_fields import ThreeBoxDateField, UploadField, UploadsField, VnDateField

MEGABYTE = 1024 * 1024


class Officer(forms.Form):
    due_on = VnDateField(label="Hạn")


class Citizen(forms.Form):
    born_on = ThreeBoxDateField(label="Ngày sinh")


class OneFile(forms.Form):
    paper = UploadField(label="Văn bản", size=20 * MEGABYTE, kinds=("pdf", "docx"))


class ManyFiles(forms.Form):
    papers = UploadsField(label="Văn bản", size=1 * MEGABYTE, kinds=("pdf",))


def shown(form: forms.Form, name: str) -> str:
    return Template("{% load shell %}{% form_errors form %}{% field box %}").render(
        Context({"form": form, "box": form[name]})
    )


def test_officers_date_is_read_and_echoed_with_its_weekday() -> None:
    form = Officer({"due_on": "5 tháng 3 năm 2026"})
    assert form.is_valid()
    assert form.cleaned_data["due_on"] == date(2026, 3, 5)
    page = shown(form, "due_on")
    assert "thứ Năm 05/3/2026" in page
    assert 'value="5 tháng 3 năm 2026"' in page


def test_known_day_stands_in_the_box_as_people_write_it() -> None:
    assert 'value="05/3/2026"' in shown(Officer(initial={"due_on": date(2026, 3, 5)}), "due_on")


def test_day_that_does_not_exist_is_named_and_what_was_typed_stays() -> None:
    form = Officer({"due_on": "31/2/2026"})
    assert form.errors["due_on"] == ["Không có ngày 31/02/2026. Xem lại ngày, tháng."]
    page = shown(form, "due_on")
    assert 'value="31/2/2026"' in page
    assert 'href="#id_due_on"' in page
    assert 'aria-describedby="id_due_on_helptext id_due_on_error"' in page
    assert 'id="id_due_on_error"' in page


def test_three_boxes_give_one_day_and_keep_what_was_typed() -> None:
    right = Citizen({"born_on_ngay": "5", "born_on_thang": "3", "born_on_nam": "2026"})
    assert right.is_valid()
    assert right.cleaned_data["born_on"] == date(2026, 3, 5)
    wrong = Citizen({"born_on_ngay": "31", "born_on_thang": "2", "born_on_nam": "2026"})
    assert wrong.errors["born_on"] == ["Không có ngày 31/02/2026. Xem lại ngày, tháng."]
    page = shown(wrong, "born_on")
    assert 'value="31"' in page
    assert 'inputmode="numeric"' in page
    assert 'href="#id_born_on_0"' in page
    assert 'id="id_born_on_0"' in page


def test_half_a_date_asks_for_the_rest() -> None:
    assert Citizen({"born_on_ngay": "5"}).errors["born_on"] == ["Ghi đủ ngày, tháng, năm."]


def test_file_that_is_too_heavy_is_named_with_the_remedy() -> None:
    heavy = SimpleUploadedFile("ban-do.pdf", b"x")
    heavy.size = 32 * MEGABYTE
    form = OneFile({}, {"paper": heavy})
    expected = "Tệp “ban-do.pdf” nặng 32 MB; tối đa 20 MB. Chia nhỏ hoặc mang tới quầy."
    assert form.errors["paper"][0].replace("\u00a0", " ") == expected


def test_limits_stand_before_the_box() -> None:
    page = shown(OneFile(), "paper").replace("\u00a0", " ")
    assert page.index("PDF, DOCX; mỗi tệp tối đa 20 MB") < page.index('type="file"')


def test_one_refused_file_does_not_take_the_others_with_it() -> None:
    sent = MultiValueDict({"papers": [SimpleUploadedFile("a.pdf", b"1"), SimpleUploadedFile("b.exe", b"2")]})
    form = ManyFiles({}, sent)
    assert form.is_valid()
    uploads = form.cleaned_data["papers"]
    assert [file.name for file in uploads.accepted] == ["a.pdf"]
    assert "b.exe" in uploads.refused[0]


@pytest.mark.parametrize(("content", "name"), [(b"", "rong.pdf"), (b"1", "anh.gif")])
def test_sending_of_refused_files_only_fails_and_names_them(content: bytes, name: str) -> None:
    form = ManyFiles({}, MultiValueDict({"papers": [SimpleUploadedFile(name, content)]}))
    assert name in form.errors["papers"][0]
