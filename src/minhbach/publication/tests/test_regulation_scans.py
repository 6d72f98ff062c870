"""The scan of a signed regulation: after it was issued, read like every file, public beside the text once approved."""

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from minhbach.domain.access import Actor, Role
from minhbach.extraction.tests.samples import body, letterhead, pdf
from minhbach.foundation import clock
from minhbach.publication.actions.approve_decision_scan import approve_decision_scan
from minhbach.publication.actions.attach_decision_scan import attach_decision_scan
from minhbach.publication.actions.check_decision_scan import check_decision_scan
from minhbach.publication.actions.issue_regulation import issue_regulation, record_issued_elsewhere, return_to_draft
from minhbach.publication.actions.publish_announcement import approve_announcement, submit_announcement
from minhbach.publication.actions.take_signed_decision import take_signed_decision
from minhbach.publication.contracts import PublicationNotVisible, PublicationRefused
from minhbach.publication.models import DecisionScan, ScanState
from minhbach.publication.queries.announcements import announcements_for_today
from minhbach.publication.tests.conftest import NOW, TODAY, World
from minhbach.publication.tests.test_decision_scans import BY_CLOCK, SECRET
from minhbach.publication.tests.test_regulations import revision, signed, whole
from minhbach.publication.tests.test_service_lists import as_person

PAPER = pdf(letterhead, lambda page: body(page, "Ban hành quy chế cung cấp thông tin của xã.", 500))


@pytest.fixture(autouse=True)
def today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "now", lambda: NOW)


@pytest.fixture
def drafter(world: World) -> Actor:
    return world.officer(Role.SPECIALIST)


@pytest.fixture
def leader(world: World) -> Actor:
    return world.officer(Role.LEADER)


@pytest.fixture
def on_paper(world: World, drafter: Actor) -> int:
    """A regulation that was issued by a decision on paper."""
    made = whole(world, drafter)
    record_issued_elsewhere(
        announcement_id=made, number="41/QĐ-UBND", decided_on=TODAY, seen_revision=revision(made),
        actor=drafter, now=NOW,
    )  # fmt: skip
    return made


def read(scan: DecisionScan) -> None:
    check_decision_scan(scan_id=scan.pk, actor=BY_CLOCK, now=NOW)
    scan.refresh_from_db()


def text(client: Client, url: str, **question: Any) -> str:
    answer = client.get(url, question)
    assert answer.status_code == 200
    return answer.content.decode()


def test_paper_regulation_is_scanned_read_and_public_beside_its_text(
    world: World, drafter: Actor, leader: Actor, on_paper: int
) -> None:
    officer, draft = as_person(drafter), f"/lam-viec/cong-khai/quy-che/{on_paper}/"
    scan_page = reverse("announcements:scan", args=[on_paper])
    assert f'href="{scan_page}"' in text(officer, draft)
    sent = {"scan": SimpleUploadedFile("QĐ 41 đã ký.pdf", PAPER)}
    assert officer.post(scan_page, sent).headers["Location"] == draft
    scan = DecisionScan.objects.get()
    assert "đang được kiểm tra" in text(officer, draft)
    read(scan)
    assert scan.state == ScanState.KEPT
    file, public = reverse("foundation:file", args=[scan.file_id, scan.name]), f"/quy-che/{on_paper}/"
    assert Client().get(file).status_code == 404
    submit_announcement(announcement_id=on_paper, actor=drafter, now=NOW)
    approval = text(as_person(leader), reverse("announcements:approve", args=[on_paper]))
    assert file in approval, "the leader opens what they approve"
    approve_announcement(announcement_id=on_paper, seen_with_own_eyes=True, actor=leader, now=NOW)
    assert f'href="{file}"' in text(Client(), public)
    assert Client().get(file).status_code == 200


def test_signed_decision_among_the_letters_is_taken_without_sending_it_again(
    world: World, drafter: Actor, leader: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("minhbach.publication.tests.test_regulations.SCAN", PAPER)
    made = whole(world, drafter)
    signed(made, drafter, leader)
    issue_regulation(announcement_id=made, actor=drafter, now=NOW)
    officer, scan_page = as_person(drafter), reverse("announcements:scan", args=[made])
    assert "Lấy bản ký ở Công văn" in text(officer, scan_page)
    assert officer.post(scan_page, {"from_letter": "1"}).status_code == 302
    scan = DecisionScan.objects.get()
    read(scan)
    assert (scan.state, scan.name, scan.size) == (ScanState.KEPT, "ban-ky.pdf", len(PAPER))


def test_without_a_signed_letter_there_is_none_to_take(world: World, drafter: Actor, on_paper: int) -> None:
    officer, scan_page = as_person(drafter), reverse("announcements:scan", args=[on_paper])
    assert "Lấy bản ký ở Công văn" not in text(officer, scan_page)
    answer = officer.post(scan_page, {"from_letter": "1"})
    assert answer.status_code == 422
    assert "không có bản ký ở Công văn" in answer.content.decode()
    with pytest.raises(PublicationNotVisible):
        take_signed_decision(
            announcement_id=on_paper, actor=world.officer(Role.SPECIALIST, body=world.other_ward), now=NOW
        )


def test_what_is_not_issued_has_no_scan(world: World, drafter: Actor) -> None:
    made = whole(world, drafter)
    with pytest.raises(PublicationRefused, match="chưa được ban hành"):
        attach_decision_scan(announcement_id=made, name="qd.pdf", content=PAPER, actor=drafter, now=NOW)
    scan_page = reverse("announcements:scan", args=[made])
    assert scan_page not in text(as_person(drafter), f"/lam-viec/cong-khai/quy-che/{made}/")
    assert as_person(drafter).get(scan_page).status_code == 404


def test_scan_of_what_goes_back_to_draft_goes_too(drafter: Actor, on_paper: int) -> None:
    attach_decision_scan(announcement_id=on_paper, name="qd.pdf", content=PAPER, actor=drafter, now=NOW)
    return_to_draft(announcement_id=on_paper, reason="Sửa Điều 3", actor=drafter, now=NOW)
    assert not DecisionScan.objects.exists()


def test_scan_with_a_mark_of_secrecy_keeps_the_regulation_from_the_leader(drafter: Actor, on_paper: int) -> None:
    attach_decision_scan(announcement_id=on_paper, name="qd.pdf", content=SECRET, actor=drafter, now=NOW)
    scan = DecisionScan.objects.get()
    read(scan)
    assert (scan.state, scan.file_id) == (ScanState.REFUSED, None)
    with pytest.raises(PublicationRefused, match="không dùng được"):
        submit_announcement(announcement_id=on_paper, actor=drafter, now=NOW)


class TestBesideWhatIsPublic:
    """A regulation is public without a scan: one is put beside it later, read, approved by another, and taken away."""

    @pytest.fixture
    def public(self, drafter: Actor, leader: Actor, on_paper: int) -> int:
        submit_announcement(announcement_id=on_paper, actor=drafter, now=NOW)
        approve_announcement(announcement_id=on_paper, seen_with_own_eyes=True, actor=leader, now=NOW)
        return on_paper

    @pytest.fixture
    def scan(self, drafter: Actor, public: int) -> DecisionScan:
        attach_decision_scan(announcement_id=public, name="qd.pdf", content=PAPER, actor=drafter, now=NOW)
        scan = DecisionScan.objects.get()
        read(scan)
        return scan

    def file(self, scan: DecisionScan) -> str:
        return reverse("foundation:file", args=[scan.file_id, scan.name])

    def test_a_leader_approves_it_and_everybody_opens_it(
        self, drafter: Actor, leader: Actor, public: int, scan: DecisionScan
    ) -> None:
        page, address = reverse("announcements:scan", args=[public]), f"/quy-che/{public}/"
        assert Client().get(self.file(scan)).status_code == 404
        assert self.file(scan) not in text(Client(), address)
        assert [one.scan_waits for one in announcements_for_today(leader)] == [True]
        assert not announcements_for_today(drafter).exists()
        assert "Xem, duyệt bản quét" in text(as_person(leader), "/lam-viec/")
        assert "Duyệt, công khai bản quét" not in text(as_person(drafter), page)
        boss = as_person(leader)
        assert self.file(scan) in text(boss, page)
        assert boss.post(page, {"approve": str(scan.pk)}).status_code == 422
        assert boss.post(page, {"approve": str(scan.pk), "seen": "on"}).status_code == 302
        assert self.file(scan) in text(Client(), address)
        assert Client().get(self.file(scan)).status_code == 200
        assert not announcements_for_today(leader).exists()
        assert "Duyệt công khai bản quét quyết định" in text(boss, f"/lam-viec/cong-khai/quy-che/{public}/")

    def test_nobody_approves_what_they_sent_in_nor_another_scan_than_they_saw(
        self, world: World, leader: Actor, public: int, scan: DecisionScan
    ) -> None:
        with pytest.raises(PublicationRefused, match="không còn chờ duyệt"):
            approve_decision_scan(
                announcement_id=public, scan_id=scan.pk + 1, seen_with_own_eyes=True, actor=leader, now=NOW
            )
        other = world.officer(Role.LEADER)
        attach_decision_scan(announcement_id=public, name="qd.pdf", content=PAPER, actor=other, now=NOW)
        newer = DecisionScan.objects.get()
        read(newer)
        with pytest.raises(PublicationRefused, match="người khác"):
            approve_decision_scan(
                announcement_id=public, scan_id=newer.pk, seen_with_own_eyes=True, actor=other, now=NOW
            )
        assert "người khác" in text(as_person(other), reverse("announcements:scan", args=[public]))
        approve_decision_scan(announcement_id=public, scan_id=newer.pk, seen_with_own_eyes=True, actor=leader, now=NOW)
        with pytest.raises(PublicationRefused, match="không còn chờ duyệt"):
            approve_decision_scan(
                announcement_id=public, scan_id=newer.pk, seen_with_own_eyes=True, actor=leader, now=NOW
            )

    def test_what_is_public_is_not_replaced_but_taken_away_by_a_leader_at_once(
        self, drafter: Actor, leader: Actor, public: int, scan: DecisionScan
    ) -> None:
        approve_decision_scan(announcement_id=public, scan_id=scan.pk, seen_with_own_eyes=True, actor=leader, now=NOW)
        with pytest.raises(PublicationRefused, match="không thay được"):
            attach_decision_scan(announcement_id=public, name="qd.pdf", content=PAPER, actor=drafter, now=NOW)
        page = reverse("announcements:scan", args=[public])
        assert as_person(drafter).get(page).status_code == 404
        assert "Rút bản quét" in text(as_person(leader), page)
        assert as_person(leader).post(page, {"withdraw": "1"}).status_code == 302
        assert Client().get(self.file(scan)).status_code == 404
        assert self.file(scan) not in text(Client(), f"/quy-che/{public}/")
        assert as_person(drafter).get(page).status_code == 200

    def test_a_mark_of_secrecy_is_not_kept_and_the_regulation_stays_public(self, drafter: Actor, public: int) -> None:
        attach_decision_scan(announcement_id=public, name="qd.pdf", content=SECRET, actor=drafter, now=NOW)
        scan = DecisionScan.objects.get()
        read(scan)
        assert scan.state == ScanState.REFUSED
        assert Client().get(f"/quy-che/{public}/").status_code == 200
        assert as_person(drafter).post(reverse("announcements:scan", args=[public]), {"drop": "1"}).status_code == 302
        assert not DecisionScan.objects.exists()
