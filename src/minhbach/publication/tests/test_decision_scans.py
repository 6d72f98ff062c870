"""The scan of a decision by which a body announces: nobody opens it before it was read, nobody keeps a secret one."""

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from minhbach.domain.access import Role, system_actor
from minhbach.extraction.tests.samples import body, letterhead, pdf, scanned
from minhbach.foundation import clock
from minhbach.foundation.models import Event
from minhbach.publication.actions.attach_decision_scan import attach_decision_scan, drop_decision_scan
from minhbach.publication.actions.check_decision_scan import check_decision_scan
from minhbach.publication.actions.draft_service_list import begin_service_list, write_service_list
from minhbach.publication.actions.publish_announcement import approve_announcement, submit_announcement
from minhbach.publication.announcements.announced import Heading
from minhbach.publication.contracts import PublicationNotVisible, PublicationRefused
from minhbach.publication.models import DecisionScan, ScanState
from minhbach.publication.tests.conftest import NOW, World

BY_CLOCK = system_actor("check_waiting_scans")
PAPER = scanned(pdf(letterhead, lambda page: body(page, "Công bố danh mục đơn vị sự nghiệp công lập của xã.", 500)))
SECRET = pdf(lambda page: body(page, "TUYỆT MẬT", 800), letterhead)


@pytest.fixture(autouse=True)
def today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "now", lambda: NOW)


@pytest.fixture
def draft(world: World) -> int:
    """A list without units, and why there are none."""
    actor = world.officer(Role.SPECIALIST)
    made = begin_service_list(body_id=world.ward.pk, actor=actor, now=NOW)
    write_service_list(
        announcement_id=made, heading=Heading("12/QĐ-UBND", date(2026, 10, 12)), units=[],
        remark="Xã không có đơn vị nào.", seen_revision=0, actor=actor, now=NOW,
    )  # fmt: skip
    return made


def attached(world: World, draft: int, content: bytes, name: str = "QĐ 12.pdf") -> DecisionScan:
    specialist = world.officer(Role.SPECIALIST)
    made = attach_decision_scan(announcement_id=draft, name=name, content=content, actor=specialist, now=NOW)
    return DecisionScan.objects.get(pk=made)


def opened(scan: DecisionScan) -> int:
    """Return how the file's address answers a visitor."""
    return Client().get(reverse("foundation:file", args=[scan.file_id, scan.name])).status_code


def test_scan_is_read_by_the_machine_and_opened_by_everybody_once_the_list_is_public(world: World, draft: int) -> None:
    scan = attached(world, draft, PAPER)
    specialist = world.officer(Role.SPECIALIST)
    with pytest.raises(PublicationRefused, match="đang được kiểm tra"):
        submit_announcement(announcement_id=draft, actor=specialist, now=NOW)
    check_decision_scan(scan_id=scan.pk, actor=BY_CLOCK, now=NOW)
    scan.refresh_from_db()
    assert scan.state == ScanState.KEPT
    assert "danh mục" in scan.text
    assert opened(scan) == 404
    submit_announcement(announcement_id=draft, actor=specialist, now=NOW)
    approve_announcement(announcement_id=draft, seen_with_own_eyes=True, actor=world.officer(Role.LEADER), now=NOW)
    assert opened(scan) == 200


def test_scan_with_a_mark_of_secrecy_is_not_kept_and_keeps_the_list_from_the_leader(world: World, draft: int) -> None:
    scan = attached(world, draft, SECRET, name="mat-hai-ca.pdf")
    check_decision_scan(scan_id=scan.pk, actor=BY_CLOCK, now=NOW)
    scan.refresh_from_db()
    assert (scan.state, scan.file_id, scan.name, scan.text) == (ScanState.REFUSED, None, "", "")
    assert Event.objects.filter(kind="announcement.scan_refused").values_list("facts", flat=True).get() == "{}"
    with pytest.raises(PublicationRefused, match="không dùng được"):
        submit_announcement(announcement_id=draft, actor=world.officer(Role.SPECIALIST), now=NOW)
    drop_decision_scan(announcement_id=draft, actor=world.officer(Role.SPECIALIST), now=NOW)
    submit_announcement(announcement_id=draft, actor=world.officer(Role.SPECIALIST), now=NOW)


def test_what_is_no_scan_and_who_works_elsewhere_is_refused(world: World, draft: int) -> None:
    with pytest.raises(PublicationRefused, match="không phải bản quét"):
        attached(world, draft, b"MZ\x90 chay duoc")
    stranger = world.officer(Role.SPECIALIST, body=world.other_ward)
    with pytest.raises(PublicationNotVisible):
        attach_decision_scan(announcement_id=draft, name="qd.pdf", content=PAPER, actor=stranger, now=NOW)
    assert not DecisionScan.objects.exists()
