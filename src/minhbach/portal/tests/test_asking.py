"""From an agency's section one asks it, and reads what it answered before; the first page tells the newest answers."""

from datetime import date

from django.test import Client

from minhbach.agencies.models import Body
from minhbach.intake.models import Submission
from minhbach.portal.tests.conftest import Published, own_folders, published, world
from minhbach.register.models import Item
from minhbach.register.tests.conftest import NOW, World
from minhbach.requests.models import Answer, Case

__all__ = ["own_folders", "published", "world"]
DAY = date(2026, 10, 12)


def answered(item: Item, number: str) -> Answer:
    """Let an item tell the answer of a case of its body, as the gate does."""
    facts = {"number": number, "body": item.body, "statute": "01/2026/QH16", "channel": "online"}
    days = {"sent_on": DAY, "received_on": DAY}
    submission = Submission.objects.create(
        kind="request", way="portal", received_at=NOW, behalf="self", delivery="download", secret_hash="x",
        **facts, **days,
    )  # fmt: skip
    case = Case.objects.create(submission=submission, **facts, **days)
    return Answer.objects.create(case=case, outcome="give", drafted_at=NOW, sent_on=DAY, item=item)


def page(client: Client, path: str, **question: str) -> str:
    response = client.get(path, question)
    assert response.status_code == 200
    return response.content.decode()


def test_section_leads_to_a_request_to_this_agency(client: Client, world: World) -> None:
    link = f'href="/yeu-cau/moi/?co-quan={world.ward.slug}"'
    section = page(client, f"/co-quan/{world.ward.slug}/")
    assert link in section
    asked = page(client, "/yeu-cau/moi/", **{"co-quan": world.ward.slug})
    assert "<form" in asked
    Body.objects.filter(pk=world.ward.pk).update(exists_until=DAY)
    assert link not in page(client, f"/co-quan/{world.ward.slug}/"), "a body that ended takes no request"


def test_what_was_answered_is_read_of_one_agency_and_of_all(client: Client, world: World, published: Published) -> None:
    own, other = (
        published.item(title="Trả lời về nước sạch"),
        published.item(title="Nội quy chợ", body=world.other_ward),
    )
    for number, row in enumerate((own, other), start=1):
        answered(row, f"2026-0000{number}")
    first_page = page(client, "/")
    assert "Trả lời về nước sạch" in first_page
    assert 'href="/yeu-cau/da-tra-loi/"' in first_page
    assert f'href="/yeu-cau/da-tra-loi/?co_quan={world.ward.slug}"' in page(client, f"/co-quan/{world.ward.slug}/")
    every, of_one = page(client, "/yeu-cau/da-tra-loi/"), page(client, "/yeu-cau/da-tra-loi/", co_quan=world.ward.slug)
    assert own.public_id in every
    assert other.public_id in every
    assert own.public_id in of_one
    assert other.public_id not in of_one
    assert other.public_id in page(client, "/yeu-cau/da-tra-loi/", co_quan="khong-co"), "nonsense narrows nothing"
