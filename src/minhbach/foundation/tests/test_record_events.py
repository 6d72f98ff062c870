"""Many entries at once are the entries that one after the other would be."""

import pytest
from django.db import transaction

from minhbach.foundation.actions.record_event import record_event
from minhbach.foundation.actions.record_events import Happened, record_events
from minhbach.foundation.contracts import NotInTransaction, PersonalFact, Subject
from minhbach.foundation.models import Event, EventChain
from minhbach.foundation.queries import events_about
from minhbach.foundation.tests.rows import AT, OFFICER, record

pytestmark = pytest.mark.django_db
MANY = [Happened("work.moved", Subject("work", number), ground="Điều 26", facts={"số": number}) for number in range(3)]


def hashes(chain: str) -> list[str]:
    return list(Event.objects.filter(chain=chain).order_by("sequence").values_list("previous_hash", flat=True))


def test_they_stand_in_the_chain_as_one_after_the_other_would() -> None:
    for number, chain in enumerate(("body:1", "body:2")):
        record(body=number + 1, kind="work.begun")
        if chain == "body:1":
            assert record_events(MANY, chain=chain, actor=OFFICER, now=AT) == 3
        else:
            for one in MANY:
                with transaction.atomic():
                    record_event(
                        chain=chain, kind=one.kind, subject=one.subject, actor=OFFICER, now=AT, ground=one.ground,
                        facts=one.facts,
                    )  # fmt: skip
        record(body=number + 1, kind="work.ended")
    for chain in ("body:1", "body:2"):
        rows = list(Event.objects.filter(chain=chain).order_by("sequence"))
        assert [row.sequence for row in rows] == [1, 2, 3, 4, 5]
        assert [row.previous_hash for row in rows[1:]] == [row.hash for row in rows[:-1]]
        assert (EventChain.objects.get(name=chain).count, EventChain.objects.get(name=chain).head) == (5, rows[-1].hash)
    one, other = (Event.objects.filter(chain=chain, sequence=3).get() for chain in ("body:1", "body:2"))
    assert (one.kind, one.subject_id, one.ground, one.facts, one.actor, one.at) == (
        other.kind, other.subject_id, other.ground, other.facts, other.actor, other.at,
    )  # fmt: skip


def test_a_chain_may_begin_with_them_and_none_of_none_makes_no_chain() -> None:
    assert record_events([], chain="body:1", actor=OFFICER, now=AT) == 0
    assert not EventChain.objects.exists()
    record_events(MANY, chain="body:1", actor=OFFICER, now=AT)
    assert hashes("body:1")[0] == "0" * 64
    assert [event.facts for event in events_about(Subject("work", 2))] == [{"số": 2}]


def test_one_that_looks_personal_takes_all_with_it() -> None:
    personal = Happened("work.moved", Subject("work", 9), facts={"who": "thu@vidu.vn"})
    with pytest.raises(PersonalFact):
        record_events([*MANY, personal], chain="body:1", actor=OFFICER, now=AT)
    assert not Event.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_outside_a_transaction_they_are_refused() -> None:
    with pytest.raises(NotInTransaction):
        record_events(MANY, chain="body:1", actor=OFFICER, now=AT)
