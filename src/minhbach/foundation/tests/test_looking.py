"""Every file is asked after viruses and signatures before it is kept; what comes to light later is made up for."""

from datetime import timedelta
from pathlib import Path

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from minhbach.domain.access import system_actor
from minhbach.extraction.antivirus import Verdict, look_for_viruses
from minhbach.extraction.tests.hostile.archives import EICAR
from minhbach.extraction.tests.samples import letterhead, pdf, zipped
from minhbach.extraction.tests.signatures.signing import SIGNED_AT, SIGNER, YEAR, authority, signed
from minhbach.foundation.actions.look_again_at_files import look_again_at_files
from minhbach.foundation.actions.store_file import store_file
from minhbach.foundation.contracts import FileInfected, FileLook, FileNotStored, StoredFileRecord, Subject, VirusCheck
from minhbach.foundation.files import looking
from minhbach.foundation.models import Event, StoredFile
from minhbach.foundation.queries import looks_at, readable_file
from minhbach.foundation.registries import let_read_files
from minhbach.foundation.tests.clamd import PROGRAM, real_clamd, speaking
from minhbach.foundation.tests.rows import AT, OFFICER

pytestmark = pytest.mark.django_db
KEEPER = system_actor("keeper")
ANYBODY = "looked_at_by_anybody"


@pytest.fixture(autouse=True)
def _own_folders(settings, tmp_path: Path) -> None:
    settings.FILES_ROOT, settings.CERTIFICATES, settings.CLAMD = tmp_path / "files", tmp_path / "certificates", ""
    settings.CERTIFICATES.mkdir()
    looking.forget()


def stored(content: bytes, *, now=AT) -> StoredFileRecord:
    return store_file(content=content, name="a.pdf", subject=Subject(ANYBODY, 1), actor=OFFICER, now=now)


@pytest.mark.skipif(not PROGRAM, reason="không có clamd")
def test_real_clamd_finds_the_test_virus_also_inside_an_archive(tmp_path: Path):
    with real_clamd(tmp_path) as address:
        for infected in (EICAR, zipped({"a.com": EICAR})):
            found = look_for_viruses(infected, address)
            assert (found.verdict, found.words.split(".")[:2]) == (Verdict.INFECTED, ["Thu", "Eicar"])
        assert look_for_viruses(b"KE HOACH", address).verdict is Verdict.CLEAN


def test_without_clamd_a_file_is_kept_and_shown_as_not_looked_through():
    file = stored(b"KE HOACH")
    assert looks_at([file.id]) == {file.id: FileLook(VirusCheck.NOT_SCANNED, (), AT)}


def test_what_clamd_finds_clean_is_kept_and_what_it_finds_infected_is_not(settings, tmp_path: Path):
    with speaking(tmp_path) as clamd:
        settings.CLAMD = str(clamd.server_address)
        file = stored(b"KE HOACH")
        assert looks_at([file.id])[file.id].virus_check is VirusCheck.CLEAN
        with pytest.raises(FileInfected) as refused:
            stored(EICAR)
    assert refused.value.sentence == "Phần mềm chống vi-rút tìm thấy “Thu.Eicar”. Tệp không được lưu."
    assert list(StoredFile.objects.values_list("pk", flat=True)) == [file.id]
    assert not [path for path in (tmp_path / "files").rglob("*") if path.is_file() and EICAR in path.read_bytes()]


def test_whoever_asks_before_its_transaction_is_not_asked_again_within_it(settings, tmp_path: Path):
    with speaking(tmp_path) as clamd:
        settings.CLAMD = str(clamd.server_address)
        looking.look_at(b"KE HOACH", now=AT)
        stored(b"KE HOACH")
        assert clamd.asked == 1


def test_clamd_that_hangs_up_leaves_the_file_not_scanned(settings, tmp_path: Path):
    settings.CLAMD = str(tmp_path / "nobody")
    file = stored(b"KE HOACH")
    assert looks_at([file.id])[file.id].virus_check is VirusCheck.NOT_SCANNED


def test_clamd_that_comes_later_looks_at_what_was_kept_and_locks_what_it_finds(settings, tmp_path: Path):
    let_read_files(ANYBODY, anybody)
    bad, good = stored(EICAR), stored(b"KE HOACH")
    assert readable_file(bad.id, actor=OFFICER) == bad
    assert look_again_at_files(seconds=60, actor=KEEPER, now=AT) == 0
    with speaking(tmp_path) as clamd:
        settings.CLAMD = str(clamd.server_address)
        assert look_again_at_files(seconds=60, actor=KEEPER, now=AT) == 2
        assert look_again_at_files(seconds=60, actor=KEEPER, now=AT) == 0
    found = looks_at([bad.id, good.id])
    assert [found[one.id].virus_check for one in (bad, good)] == [VirusCheck.INFECTED, VirusCheck.CLEAN]
    with pytest.raises(FileNotStored):
        readable_file(bad.id, actor=OFFICER)
    assert readable_file(good.id, actor=OFFICER) == good
    assert [event.facts for event in Event.objects.filter(kind="file.infected")] == ['{"files":1}']


def anybody(*_asked: object) -> bool:
    return True


def test_signatures_are_judged_anew_when_the_administrator_adds_a_root(settings):
    known = authority(since=SIGNED_AT - YEAR, until=SIGNED_AT + 10 * YEAR)
    with time_machine.travel(SIGNED_AT, tick=False):
        paper = signed(pdf(letterhead), known.signer(since=SIGNED_AT - YEAR, until=SIGNED_AT + YEAR), known)
    now = SIGNED_AT + timedelta(days=1)
    file = stored(paper, now=now)
    assert [one.verdict.value for one in looks_at([file.id])[file.id].signatures] == ["unknown"]
    known.trusted_in(settings.CERTIFICATES)
    assert look_again_at_files(seconds=60, actor=KEEPER, now=now) == 1
    assert [(one.verdict.value, one.signer) for one in looks_at([file.id])[file.id].signatures] == [("valid", SIGNER)]


def test_looks_take_two_queries_however_many_files(django_assert_num_queries):
    files = [stored(str(number).encode()) for number in range(7)]
    with django_assert_num_queries(2):
        assert len(looks_at([file.id for file in files])) == 7


def test_strangers_do_not_see_the_page_of_the_machine(client: Client):
    assert client.get(reverse("foundation:machine")).status_code == 302
