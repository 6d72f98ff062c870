"""A paper that comes digitally signed: kept byte for byte, found by its words, its signature judged and shown."""

from datetime import timedelta
from pathlib import Path

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from minhbach.accounts.models import Person
from minhbach.digitisation.models import Scan
from minhbach.digitisation.reading_round import read_round
from minhbach.digitisation.tests.conftest import READER, batch_of
from minhbach.digitisation.tests.test_walking import confirmed
from minhbach.domain.access import Actor
from minhbach.extraction.tests.samples import HEIGHT, WIDTH, body, letterhead, pdf
from minhbach.extraction.tests.signatures.signing import SIGNER, YEAR, authority, signed
from minhbach.foundation.queries import file_content
from minhbach.register.models import VersionFile
from minhbach.register.tests.conftest import NOW, World

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"
pytestmark = pytest.mark.django_db


@pytest.fixture
def paper(tmp_path: Path) -> bytes:
    """Return a letter signed a day ago by somebody whom this installation trusts."""

    def page(canvas) -> None:
        letterhead(canvas)
        canvas.drawCentredString(WIDTH / 2, HEIGHT - 160, "KẾ HOẠCH")
        canvas.drawCentredString(WIDTH / 2, HEIGHT - 178, "Sử dụng đất năm 2026")
        body(canvas, "Giữ nguyên chimyendat.", HEIGHT - 220)

    day = NOW - timedelta(days=1)
    known = authority(since=day - YEAR, until=day + YEAR)
    (tmp_path / "certificates").mkdir()
    known.trusted_in(tmp_path / "certificates")
    with time_machine.travel(day, tick=False):
        return signed(pdf(page), known.signer(since=day - YEAR, until=day + YEAR), known)


def read(world: World, keeper: Actor, paper: bytes, tmp_path: Path) -> Scan:
    batch = batch_of(world, keeper, [paper])
    trusted = tmp_path / "certificates"
    read_round(actor=READER, now=NOW, clamd="", trusted=trusted, seconds=60, batch_id=batch.pk, hands=1)
    return batch.scans.get()


def test_signed_paper_stays_byte_for_byte_and_its_text_stands_beside_it(
    world: World, keeper: Actor, paper: bytes, tmp_path: Path
) -> None:
    scan = read(world, keeper, paper, tmp_path)
    assert [(one["verdict"], one["signer"]) for one in scan.signatures] == [("valid", SIGNER)]
    files = VersionFile.objects.filter(version__item=confirmed(scan, keeper)).order_by("pk")
    assert [file.role for file in files] == ["original", "text"]
    assert file_content(files[0].file_id) == paper
    assert "chimyendat" in file_content(files[1].file_id).decode()


def test_check_page_says_who_signed_and_when_by_whose_clock(
    world: World, keeper: Actor, paper: bytes, tmp_path: Path, client: Client
) -> None:
    scan = read(world, keeper, paper, tmp_path)
    client.force_login(Person.objects.get(pk=keeper.person), backend=BACKEND)
    shown = client.get(reverse("digitisation:scan", args=[scan.pk])).content.decode()
    assert "Chữ ký số còn nguyên, người ký được tin cậy" in shown
    assert SIGNER in shown and "theo máy người ký" in shown
