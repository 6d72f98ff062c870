"""A mark of secrecy: by the machine or by a person, nothing of the file stays, and the log says only that it was so."""

import json
from typing import Any

import pytest

from minhbach.digitisation.actions.refuse_secret import make_minutes, refuse_secret
from minhbach.digitisation.contracts import BatchNotVisible, DigitisationRefused
from minhbach.digitisation.holding import held
from minhbach.digitisation.models import Scan
from minhbach.digitisation.tests.conftest import batch_of, read_all
from minhbach.digitisation.tests.papers import document, secret
from minhbach.domain.access import Actor, Role
from minhbach.foundation.models import Event
from minhbach.foundation.search import search
from minhbach.foundation.search.contracts import Question
from minhbach.register.indexing import tokens_of
from minhbach.register.models import Item
from minhbach.register.tests.conftest import NOW, World

pytestmark = pytest.mark.django_db
KEPT = ("name", "sha256", "search_text", "head", "fields", "lines", "problems", "findings", "signatures", "proposal")


def nothing_is_left(scan: Scan) -> None:
    scan.refresh_from_db()
    assert scan.state == "refused"
    assert not any(getattr(scan, name) for name in KEPT)
    with pytest.raises(FileNotFoundError):
        held(scan.pk)
    written = json.dumps(list(Event.objects.values("kind", "facts", "ground", "subject_id")), ensure_ascii=False)
    for word in ("chimyenmat", "Mật", "MẬT", "quet-1.txt"):
        assert word not in written


def test_the_machine_refuses_and_keeps_nothing(
    world: World, keeper: Actor, django_capture_on_commit_callbacks: Any
) -> None:
    batch = batch_of(world, keeper, [secret()])
    with django_capture_on_commit_callbacks(execute=True):
        (scan,) = read_all(batch)
    nothing_is_left(scan)
    assert (scan.code, scan.mark, scan.refused_by) == ("secrecy_mark", "Mật", None)
    assert scan.sentence == "Văn bản có dấu “Mật”, không được đưa vào hệ thống này. Tệp không được lưu."
    assert Event.objects.filter(kind="scan.refused", subject_id=str(scan.pk)).count() == 1
    assert search(Question("chimyenmat", tokens=tokens_of(keeper))).hits == ()
    assert not Item.objects.exists()


def test_a_person_refuses_what_the_machine_did_not_see(
    world: World, keeper: Actor, django_capture_on_commit_callbacks: Any
) -> None:
    (scan,) = read_all(batch_of(world, keeper, [document(text="Nội dung chimyenmat.")]))
    with django_capture_on_commit_callbacks(execute=True):
        refuse_secret(scan_id=scan.pk, mark="Tối mật", actor=keeper, now=NOW)
    nothing_is_left(scan)
    assert (scan.mark, scan.refused_by_id) == ("Tối mật", keeper.person)
    with pytest.raises(DigitisationRefused):
        refuse_secret(scan_id=scan.pk, mark="Mật", actor=keeper, now=NOW)


@pytest.mark.parametrize("mark", ["", "mật", "Kín", "Hỏa tốc"])
def test_only_degrees_of_the_law_are_marks(world: World, keeper: Actor, mark: str) -> None:
    (scan,) = read_all(batch_of(world, keeper, [document()]))
    with pytest.raises(DigitisationRefused) as refusal:
        refuse_secret(scan_id=scan.pk, mark=mark, actor=keeper, now=NOW)
    assert refusal.value.field == "mark"
    assert held(scan.pk) == document()


def test_minutes_say_where_the_paper_went_and_the_log_does_not(world: World, keeper: Actor) -> None:
    scan, other = read_all(batch_of(world, keeper, [secret(), document()]))
    with pytest.raises(DigitisationRefused) as refusal:
        make_minutes(scan_id=scan.pk, paper_note="  ", actor=keeper, now=NOW)
    assert refusal.value.field == "paper_note"
    make_minutes(scan_id=scan.pk, paper_note="Giao văn thư  bảo mật", actor=keeper, now=NOW)
    scan.refresh_from_db()
    assert (scan.paper_note, scan.minuted_at, scan.minuted_by_id) == ("Giao văn thư bảo mật", NOW, keeper.person)
    event = Event.objects.get(kind="scan.minuted")
    assert "văn thư" not in event.facts
    with pytest.raises(DigitisationRefused):
        make_minutes(scan_id=other.pk, paper_note="Giao văn thư", actor=keeper, now=NOW)


def test_strangers_learn_of_no_mark(world: World, keeper: Actor) -> None:
    scan, _other = read_all(batch_of(world, keeper, [secret(), document()]))
    stranger = world.officer(*Role, body=world.other_ward)
    with pytest.raises(BatchNotVisible):
        make_minutes(scan_id=scan.pk, paper_note="Giao văn thư", actor=stranger, now=NOW)
    with pytest.raises(BatchNotVisible):
        refuse_secret(scan_id=_other.pk, mark="Mật", actor=stranger, now=NOW)


def test_what_speaks_of_the_law_or_of_density_is_no_mark(world: World, keeper: Actor) -> None:
    texts = ("Phổ biến Luật Bảo vệ bí mật nhà nước; dấu Mật, Tối mật.", "Mật độ dân số của xã là 812 người/km2.")
    scans = read_all(batch_of(world, keeper, [document(number, text=text) for number, text in enumerate(texts, 1)]))
    assert [scan.state for scan in scans] == ["to_check", "to_check"]
