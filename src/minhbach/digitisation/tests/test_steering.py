"""A batch is held, goes on, and is given up; a machine without a recogniser holds it by itself."""

from typing import Any

import pytest

from minhbach.digitisation import reading_round
from minhbach.digitisation.actions.receive_scans import receive_scans
from minhbach.digitisation.actions.steer_batch import cancel_batch, pause_batch, resume_batch
from minhbach.digitisation.contracts import BatchNotVisible, DigitisationRefused, NewScan
from minhbach.digitisation.holding import held
from minhbach.digitisation.reading import Unfit
from minhbach.digitisation.tests.conftest import batch_of, read_all
from minhbach.digitisation.tests.papers import document
from minhbach.domain.access import Actor, Role
from minhbach.foundation.models import Event
from minhbach.register.tests.conftest import NOW, World

pytestmark = pytest.mark.django_db


def states(scans: Any) -> list[str]:
    return [scan.state for scan in scans]


def test_a_held_batch_is_not_read_and_a_resumed_one_is(world: World, keeper: Actor) -> None:
    batch = batch_of(world, keeper, [document(1), document(2)])
    pause_batch(batch_id=batch.pk, actor=keeper, now=NOW)
    assert states(read_all(batch)) == ["waiting", "waiting"]
    resume_batch(batch_id=batch.pk, actor=keeper, now=NOW)
    assert states(read_all(batch)) == ["to_check", "to_check"]
    kinds = Event.objects.filter(subject_kind="batch", subject_id=str(batch.pk)).order_by("sequence")
    assert list(kinds.values_list("kind", flat=True)) == [
        "batch.opened", "batch.received", "batch.paused", "batch.resumed",
    ]  # fmt: skip


def test_a_batch_that_is_held_in_the_middle_keeps_what_was_read(
    world: World, keeper: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    batch = batch_of(world, keeper, [document(1), document(2), document(3)])
    look = reading_round.look_through

    def and_hold(content: bytes, **given: Any) -> Any:
        if content == document(2):
            pause_batch(batch_id=batch.pk, actor=keeper, now=NOW)
        return look(content, **given)

    monkeypatch.setattr(reading_round, "look_through", and_hold)
    monkeypatch.setattr(reading_round, "ThreadPoolExecutor", _AtOnce)
    assert states(read_all(batch)) == ["to_check", "to_check", "waiting"]
    resume_batch(batch_id=batch.pk, actor=keeper, now=NOW)
    assert states(read_all(batch)) == ["to_check"] * 3
    assert Event.objects.filter(kind="scan.read").count() == 3


class _AtOnce:
    """Works in the thread that asks, which shares the test's transaction."""

    def __init__(self, max_workers: int) -> None:
        assert max_workers >= 1

    def __enter__(self) -> "_AtOnce":
        return self

    def __exit__(self, *_: object) -> None:
        pass

    def submit(self, work: Any, *given: Any) -> Any:
        done: reading_round.Future[Any] = reading_round.Future()
        done.set_result(work(*given))
        return done


def test_a_cancelled_batch_drops_what_was_not_read_and_keeps_the_rest(
    world: World, keeper: Actor, django_capture_on_commit_callbacks: Any
) -> None:
    batch = batch_of(world, keeper, [document(1)])
    read_all(batch)
    receive_scans(batch_id=batch.pk, files=[NewScan("b.txt", document(2))], actor=keeper, now=NOW)
    with django_capture_on_commit_callbacks(execute=True):
        assert cancel_batch(batch_id=batch.pk, actor=keeper, now=NOW) == 1
    read, dropped = batch.scans.order_by("place")
    assert (read.state, dropped.state) == ("to_check", "dropped")
    assert held(read.pk) == document(1)
    with pytest.raises(FileNotFoundError):
        held(dropped.pk)
    with pytest.raises(DigitisationRefused):
        receive_scans(batch_id=batch.pk, files=[NewScan("c.txt", document(3))], actor=keeper, now=NOW)
    with pytest.raises(DigitisationRefused):
        resume_batch(batch_id=batch.pk, actor=keeper, now=NOW)


def test_without_a_recogniser_the_batch_waits_with_the_reason(
    world: World, keeper: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_recogniser(content: bytes, **_: Any) -> None:
        raise Unfit("no_ocr", "Máy chủ chưa cài bộ nhận dạng chữ.")

    batch = batch_of(world, keeper, [document(1), document(2)])
    monkeypatch.setattr(reading_round, "look_through", no_recogniser)
    assert states(read_all(batch)) == ["waiting", "waiting"]
    batch.refresh_from_db()
    assert (batch.state, batch.trouble) == ("paused", "Máy chủ chưa cài bộ nhận dạng chữ.")
    assert held(batch.scans.order_by("place")[0].pk) == document(1)
    monkeypatch.undo()
    resume_batch(batch_id=batch.pk, actor=keeper, now=NOW)
    batch.refresh_from_db()
    assert batch.trouble == ""


def test_strangers_steer_nothing_and_readers_of_the_register_are_refused(world: World, keeper: Actor) -> None:
    batch = batch_of(world, keeper, [document(1)])
    for act in (pause_batch, resume_batch, cancel_batch):
        with pytest.raises(BatchNotVisible):
            act(batch_id=batch.pk, actor=world.officer(*Role, body=world.other_ward), now=NOW)
        with pytest.raises(DigitisationRefused):
            act(batch_id=batch.pk, actor=world.officer(Role.LEADER), now=NOW)
    assert Event.objects.filter(subject_kind="batch").count() == 2
