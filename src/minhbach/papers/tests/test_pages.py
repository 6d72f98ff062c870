"""Officers' pages of letters, over HTTP."""

from io import BytesIO
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from docx import Document

from minhbach.accounts.models import Person
from minhbach.domain.access import Actor, Role
from minhbach.foundation import clock
from minhbach.papers.actions.drop_letter import drop_letter
from minhbach.papers.actions.give_number import give_number
from minhbach.papers.models import Letter
from minhbach.papers.rendering import fonts
from minhbach.papers.tests.conftest import NOW, TODAY, World
from minhbach.papers.tests.samples import LETTER, ODD, PLAN

LIST = "/lam-viec/cong-van/"
BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


@pytest.fixture(autouse=True)
def on_that_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "now", lambda: NOW)
    monkeypatch.setattr(clock, "today", lambda: TODAY)


def client_of(actor: Actor) -> Client:
    client = Client()
    client.force_login(Person.objects.get(pk=actor.person), backend=BACKEND)
    return client


def boxes(response: Any) -> dict[str, Any]:
    """Return what stands in the boxes of the form that a page shows."""
    return {box.name: box.value() or "" for box in response.context["form"]}


def text(response: Any) -> str:
    return str(response.content.decode())


def test_a_letter_goes_its_whole_way(world: World) -> None:
    specialist, clerk = client_of(world.officer(Role.SPECIALIST)), client_of(world.officer(Role.FOCAL_POINT))
    begun = specialist.post(
        LIST + "moi/", {"body": world.ward.pk, "kind": "Công văn", "subject": "đôn đốc báo cáo"}, follow=True
    )
    page = begun.redirect_chain[-1][0]
    form = boxes(begun)
    assert form["issuing_body"] == "ỦY BAN NHÂN DÂN\nXÃ MẪU MỘT"
    assert (form["place"], form["authority"], form["position"]) == ("Mẫu Một", "TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH")
    form |= {
        "text": "# I. VIỆC\n- Báo cáo;\nĐề nghị thực hiện.",
        "addressees": "Phòng Kinh tế",
        "signer": "Trần Thị Thử",
    }
    shown = specialist.post(page, form, follow=True)
    assert "Đề nghị thực hiện./." in text(shown)
    assert "V/v đôn đốc báo cáo" in text(shown)
    letter = Letter.objects.get()
    url = f"{LIST}{letter.pk}/"
    assert specialist.get(url + "cap-so/").status_code == 404
    asked = clerk.get(url + "cap-so/")
    assert "<strong>01</strong>" in text(asked)
    numbered = clerk.post(url + "cap-so/", {"symbol": "UBND-VP", "issued_on": "13/10/2026", "number": ""}, follow=True)
    assert "Đã cấp số 01." in text(numbered)
    assert "Mẫu Một, ngày 13 tháng 10 năm 2026" in text(numbered)
    scan = SimpleUploadedFile("ban-ky.bin", b"%PDF-1.4 x")
    signed = clerk.post(url + "ban-ky/", {"scan": scan}, follow=True)
    assert "Đã lưu bản ký." in text(signed)
    assert "ban-ky.pdf" in text(signed)
    letter.refresh_from_db()
    assert specialist.get(f"/tep/{letter.scan_file_id}/ban-ky.pdf").content == b"%PDF-1.4 x"
    assert specialist.get(url + "sua/").status_code == 404
    assert [line.what for line in signed.context["lines"]] == [
        "Lưu bản ký",
        "Cấp số 1/UBND-VP",
        "Sửa nội dung, bản thứ 2",
        "Soạn văn bản",
    ]


def test_page_shows_the_words_as_words(world: World) -> None:
    officer = world.officer(Role.SPECIALIST)
    shown = text(client_of(officer).get(f"{LIST}{world.draft(officer)}/"))
    assert "&lt;b&gt;thẻ&lt;/b&gt;" in shown
    assert "<b>thẻ" not in shown


def test_downloads_are_the_document(world: World) -> None:
    officer = world.officer(Role.SPECIALIST)
    client, url = client_of(officer), f"{LIST}{world.draft(officer)}/"
    docx = client.get(url + "van-ban.docx")
    assert docx["Content-Disposition"] == 'attachment; filename="cong-van-chua-co-so.docx"'
    assert any(ODD in paragraph.text for paragraph in Document(BytesIO(docx.content)).paragraphs)
    pdf = client.get(url + "van-ban.pdf")
    assert (pdf["Content-Type"], pdf.content[:5]) == ("application/pdf", b"%PDF-")


def test_where_fonts_are_missing_the_page_says_so(world: World, monkeypatch: pytest.MonkeyPatch, tmp_path: Any) -> None:
    monkeypatch.setattr(fonts, "FOLDERS", (tmp_path,))
    officer = world.officer(Role.SPECIALIST)
    answer = client_of(officer).get(f"{LIST}{world.draft(officer)}/van-ban.pdf")
    assert answer.status_code == 503
    assert "chưa có phông chữ Tinos" in text(answer)


def test_what_was_typed_comes_back_when_somebody_else_was_faster(world: World) -> None:
    officer = world.officer(Role.SPECIALIST)
    client, url = client_of(officer), f"{LIST}{world.draft(officer)}/sua/"
    form = boxes(client.get(url))
    client.post(url, form | {"subject": "Người thứ nhất"})
    late = client.post(url, form | {"subject": "Người thứ hai"})
    assert late.status_code == 422
    assert "Người khác vừa sửa" in text(late)
    assert "Người thứ hai" in text(late)


def test_tables_stay_through_the_box_of_plain_text(world: World) -> None:
    officer = world.officer(Role.SPECIALIST)
    client, url = client_of(officer), f"{LIST}{world.draft(officer)}/"
    form = boxes(client.get(url + "sua/"))
    assert "[Bảng 1]" in form["text"]
    client.post(url + "sua/", form)
    assert "Lập danh mục<br>và công khai" in text(client.get(url))
    wrong = client.post(url + "sua/", boxes(client.get(url + "sua/")) | {"text": "[Bảng 7]"})
    assert "không có [Bảng 7]" in text(wrong)


def test_taken_number_stands_at_its_box(world: World) -> None:
    clerk = world.officer(Role.FOCAL_POINT)
    first, second = world.draft(clerk), world.draft(clerk)
    give_number(letter_id=first, symbol="UBND-VP", issued_on=TODAY, actor=clerk, now=NOW)
    answer = client_of(clerk).post(
        f"{LIST}{second}/cap-so/", {"symbol": "UBND-VP", "issued_on": "13/10/2026", "number": "1"}
    )
    assert answer.status_code == 422
    assert "number" in answer.context["form"].errors


def test_list_is_searched_filtered_sorted_and_saved(world: World) -> None:
    clerk = world.officer(Role.FOCAL_POINT)
    letter_id, plan_id = world.draft(clerk), world.draft(clerk, PLAN)
    give_number(letter_id=letter_id, symbol="UBND-VP", issued_on=TODAY, actor=clerk, now=NOW)
    client = client_of(clerk)

    def found(question: str) -> list[int]:
        return [line["row"].pk for line in client.get(LIST + question).context["lines"]]

    assert found("") == [plan_id, letter_id]
    assert found("?xep=-so") == found("?xep=so") == [letter_id, plan_id], "without a number: last either way"
    assert found("?tim=don+doc") == [letter_id]
    assert found("?tinh_trang=numbered") == [letter_id]
    assert found("?loai=K%E1%BA%BF+ho%E1%BA%A1ch") == [plan_id]
    assert found("?nam=2026") == [plan_id, letter_id]
    assert found("?nam=1999&xep=bay-ba") == [plan_id, letter_id], "nonsense is ignored"
    csv = client.get(LIST + "?dang=csv&tinh_trang=numbered").content.decode("utf-8-sig").splitlines()
    assert csv[1].startswith("Công văn,1,UBND-VP,13/10/2026,đôn đốc")
    assert len(csv) == 2


def test_book_keeps_dropped_numbers_struck_through(world: World) -> None:
    clerk = world.officer(Role.FOCAL_POINT)
    dropped, kept = world.draft(clerk), world.draft(clerk)
    for one in (dropped, kept):
        give_number(letter_id=one, symbol="UBND-VP", issued_on=TODAY, actor=clerk, now=NOW)
    drop_letter(letter_id=dropped, reason="Ghi nhầm", actor=clerk, now=NOW)
    page = text(client_of(clerk).get(LIST + "so-dang-ky/"))
    assert "<s>01/UBND-VP</s>" in page
    assert "02/UBND-VP" in page
    assert "<s>02" not in page
    assert "Đã bỏ: Ghi nhầm" in page
    assert page.count('<th role="columnheader"') == 10, "the columns of Annex IV"


def test_scan_of_a_wrong_kind_is_refused_at_its_box(world: World) -> None:
    clerk = world.officer(Role.FOCAL_POINT)
    letter_id = world.draft(clerk)
    give_number(letter_id=letter_id, symbol="UBND-VP", issued_on=TODAY, actor=clerk, now=NOW)
    answer = client_of(clerk).post(f"{LIST}{letter_id}/ban-ky/", {"scan": SimpleUploadedFile("a.pdf", b"MZ\x90")})
    assert "không phải bản quét" in text(answer)
    assert Letter.objects.get().state == "numbered"


def test_number_of_queries_does_not_grow_with_the_list(world: World, django_assert_max_num_queries: Any) -> None:
    officer = world.officer(Role.SPECIALIST)
    for _ in range(25):
        world.draft(officer, LETTER)
    client = client_of(officer)
    with django_assert_max_num_queries(20):
        client.get(LIST)
