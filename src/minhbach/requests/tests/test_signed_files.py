"""What is known of a file stands beside it: signatures for everybody, viruses for officers."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
import time_machine
from django.test import Client

from minhbach.domain.access import Role, system_actor
from minhbach.extraction.tests.samples import letterhead, pdf
from minhbach.extraction.tests.signatures.signing import SIGNED_AT, SIGNER, YEAR, authority, signed
from minhbach.foundation import clock
from minhbach.foundation.files import looking
from minhbach.intake.actions.check_file import check_file
from minhbach.intake.contracts import FileRole
from minhbach.intake.holding import put_aside
from minhbach.intake.models import SubmissionFile
from minhbach.requests.actions.answer_files import add_answer_file, look_through_file
from minhbach.requests.actions.send_answer import send_answer
from minhbach.requests.contracts import DeliveryWay
from minhbach.requests.models import Case
from minhbach.requests.tests.conftest import ASKED, CALENDAR, NOW, World, case_of, online
from minhbach.requests.tests.test_acts import in_work
from minhbach.requests.tests.test_answers import approved, prepared
from minhbach.requests.tests.test_officer_pages import pages_of, text_of

MakeCase = Callable[..., Case]
VALID, ALTERED = "Chữ ký số còn nguyên, người ký được tin cậy", "Tệp đã bị sửa sau khi ký số"
UNKNOWN, NOT_SCANNED = "chưa rõ người ký có được tin cậy", "chưa quét vi-rút"


@pytest.fixture(autouse=True)
def _certificates(settings: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    settings.CERTIFICATES, settings.CLAMD = tmp_path / "certificates", ""
    settings.CERTIFICATES.mkdir()
    looking.forget()
    monkeypatch.setattr(clock, "now", lambda: NOW)
    monkeypatch.setattr(clock, "today", lambda: NOW.date())


def paper(trusted_in: Path | None = None) -> bytes:
    """Return a signed page; nobody knows its signer unless the authority is trusted."""
    known = authority(since=SIGNED_AT - YEAR, until=NOW + 10 * YEAR)
    if trusted_in is not None:
        known.trusted_in(trusted_in)
    with time_machine.travel(SIGNED_AT, tick=False):
        return signed(pdf(letterhead), known.signer(since=SIGNED_AT - YEAR, until=NOW + YEAR), known)


def goes_out(world: World, row: Case, content: bytes) -> None:
    """Add a file to the answer and have it looked through."""
    waiting = put_aside(name="van-ban.pdf", content=content, role=FileRole.ATTACHMENT)
    file_id = add_answer_file(case_id=row.pk, file=waiting, actor=world.officer(Role.SPECIALIST), now=NOW)
    look_through_file(file_id=file_id, actor=system_actor("screener"), now=NOW)


def test_signature_of_an_answer_is_shown_to_who_approves_sends_and_receives_it(world: World, settings: Any) -> None:
    receipt = online(world)
    row = in_work(world, case_of(receipt))
    goes_out(world, row, paper(settings.CERTIFICATES))
    office = f"/lam-viec/yeu-cau/{row.pk}/"
    said = text_of(pages_of(world.officer(Role.SPECIALIST)), f"{office}tep/")
    assert VALID in said and SIGNER in said and NOT_SCANNED in said
    prepared(world, row)
    said = text_of(pages_of(world.officer(Role.LEADER)), f"{office}duyet/")
    assert VALID in said and NOT_SCANNED in said


def test_requester_reads_of_the_signature_and_nothing_of_viruses(world: World, settings: Any) -> None:
    receipt, focal = online(world), world.officer(Role.FOCAL_POINT)
    row = in_work(world, case_of(receipt))
    goes_out(world, row, paper(settings.CERTIFICATES))
    approved(world, row)
    said = text_of(pages_of(focal), f"/lam-viec/yeu-cau/{row.pk}/gui-tra-loi/")
    assert VALID in said and NOT_SCANNED in said
    sending: dict[str, Any] = {"case_id": row.pk, "words": "", "calendar": CALENDAR, "actor": focal, "now": NOW}
    code = send_answer(way=DeliveryWay.CODE, **sending).code
    follower, receiver = Client(), Client()
    follower.post("/yeu-cau/tra-cuu/", {"number": receipt.number, "secret": receipt.secret})
    receiver.post("/yeu-cau/nhan-thong-tin/", {"number": receipt.number, "code": code})
    for said in (text_of(follower, "/yeu-cau/tra-cuu/yeu-cau/"), text_of(receiver, "/yeu-cau/nhan-thong-tin/mo/")):
        assert VALID in said and SIGNER in said and NOT_SCANNED not in said


@pytest.mark.parametrize(("change", "shown"), [(b"", UNKNOWN), (b"\n% them", ALTERED)], ids=["unknown", "altered"])
def test_officer_reads_how_a_file_was_signed_that_came_in(world: World, change: bytes, shown: str) -> None:
    content = paper()
    if change:
        # A sign inside what was signed is another one than at the signing.
        place = content.index(b"/Producer") + 12
        content = content[:place] + b"X" + content[place + 1 :]
    waiting = put_aside(name="don.pdf", content=content, role=FileRole.ATTACHMENT)
    row = case_of(online(world, ASKED.__class__(text="Xin bảng giá", sender=ASKED.sender, files=(waiting,))))
    check_file(file_id=SubmissionFile.objects.get().pk, actor=system_actor("reader"), now=NOW + timedelta(minutes=1))
    said = text_of(pages_of(world.officer(Role.FOCAL_POINT)), f"/lam-viec/yeu-cau/{row.pk}/")
    assert shown in said and NOT_SCANNED in said
