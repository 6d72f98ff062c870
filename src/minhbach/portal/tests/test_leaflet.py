"""The leaflet of an agency: one page, its own contact, in the reader's language."""

from datetime import date

import pypdfium2
import pytest
from django.test import Client

from minhbach.agencies.models import FocalPoint
from minhbach.register.tests.conftest import NOW, World


def text_of(client: Client, path: str) -> str:
    answer = client.get(path)
    assert answer.headers["Content-Type"] == "application/pdf"
    document = pypdfium2.PdfDocument(answer.content)
    assert len(document) == 1
    return " ".join(document[0].get_textpage().get_text_bounded().split())


def test_leaflet_tells_whom_to_ask_and_where_to_look(client: Client, world: World) -> None:
    FocalPoint.objects.create(
        body=world.ward, name="Trần Thị Thử", telephone="0000 000 123", email="dau-moi@vidu.example",
        address="Số 1 đường Thử", from_on=date(2026, 1, 1), recorded_at=NOW,
    )  # fmt: skip
    text = text_of(client, f"/co-quan/{world.ward.slug}/to-roi.pdf")
    for words in ("Cách tìm và yêu cầu thông tin", "Trần Thị Thử", "0000 000 123", "xã Mẫu Một", "http://testserver/"):
        assert words in text, words
    assert "0000 000 123" in text_of(client, f"/co-quan/{world.office.slug}/to-roi.pdf")


def test_leaflet_without_a_focal_point_says_so_and_speaks_english_too(client: Client, world: World) -> None:
    assert "chưa công bố đầu mối" in text_of(client, f"/co-quan/{world.other_ward.slug}/to-roi.pdf")
    assert "How to find and request information" in text_of(client, f"/en/co-quan/{world.other_ward.slug}/to-roi.pdf")


@pytest.mark.django_db
def test_leaflet_of_no_agency_is_not_there(client: Client) -> None:
    assert client.get("/co-quan/khong-co/to-roi.pdf").status_code == 404
