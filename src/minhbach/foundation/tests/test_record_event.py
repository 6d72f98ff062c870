"""Entries stand in the transaction of their change, in a chain, and nobody can change them."""

import hashlib
import json

import pytest
from django.db import DatabaseError, connection, transaction

from minhbach.foundation.actions.record_event import record_event
from minhbach.foundation.contracts import AppendOnly, NotInTransaction, PersonalFact, Subject
from minhbach.foundation.models import Event
from minhbach.foundation.queries import events_about
from minhbach.foundation.tests.rows import AT, OFFICER, record

pytestmark = pytest.mark.django_db


def test_entries_of_a_body_follow_each_other_and_leave_other_bodies_alone() -> None:
    first, other, second = record(body=1), record(body=2), record(body=1)
    assert (first.sequence, second.sequence, other.sequence) == (1, 2, 1)
    assert first.previous_hash == other.previous_hash == "0" * 64
    assert second.previous_hash == first.hash


def test_hash_is_the_sha256_that_the_decision_record_describes() -> None:
    entry = record(body=3, symbol="12/KH-UBND", số=2)
    text = (
        '{"actor":"person:7","at":"2026-10-19T02:30:00.123456Z","chain":"body:3","facts":{"symbol":"12/KH-UBND","số":2},'
        '"ground":"","kind":"plan.confirmed","sequence":1,"subject":"plan:5","v":1}'
    )
    digest = hashlib.sha256(text.encode()).hexdigest()
    assert entry.hash == hashlib.sha256(f"minhbach-event-1\n{'0' * 64}\n{digest}\n".encode()).hexdigest()


def test_events_about_a_subject_come_back_in_order_with_their_facts() -> None:
    record(subject=5, kind="plan.imported")
    record(subject=6)
    record(subject=5, kind="plan.confirmed", tasks=12)
    found = events_about(Subject("plan", 5))
    assert [(e.kind, dict(e.facts)) for e in found] == [("plan.imported", {}), ("plan.confirmed", {"tasks": 12})]
    assert found[0].at == AT


def test_entry_goes_with_the_change_that_is_rolled_back() -> None:
    with pytest.raises(RuntimeError), transaction.atomic():
        record()
        raise RuntimeError
    assert events_about(Subject("plan", 5)) == ()
    assert record().sequence == 1


@pytest.mark.django_db(transaction=True)
def test_entry_outside_a_transaction_is_refused() -> None:
    with pytest.raises(NotInTransaction):
        record_event(chain="body:1", kind="plan.confirmed", subject=Subject("plan", 1), actor=OFFICER, now=AT)


def test_model_refuses_to_change_or_remove_an_entry() -> None:
    record()
    row = Event.objects.get()
    row.kind = "plan.removed"
    with pytest.raises(AppendOnly):
        row.save()
    with pytest.raises(AppendOnly):
        row.delete()
    with pytest.raises(AppendOnly):
        Event.objects.update(kind="plan.removed")
    with pytest.raises(AppendOnly):
        Event.objects.all().delete()
    with pytest.raises(AppendOnly):
        Event.objects.bulk_update([row], ["kind"])


@pytest.mark.parametrize(
    "statement", ["UPDATE foundation_event SET kind = 'plan.removed'", "DELETE FROM foundation_event"]
)
def test_database_refuses_to_change_or_remove_an_entry(statement: str) -> None:
    record()
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)
    assert Event.objects.get().kind == "plan.confirmed"


def test_postgresql_refuses_to_truncate_the_log() -> None:
    if connection.vendor != "postgresql":
        pytest.skip("chỉ PostgreSQL có TRUNCATE")
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("TRUNCATE foundation_event")


@pytest.mark.parametrize(
    "value",
    [
        "an.nguyen@vidu.vn",
        "001099012345",
        "0010 9901 2345",
        "0912345678",
        "+84912345678",
        "024.3825.1234",
        "Nguyễn Văn Mẫu",
        109901234567,
        "sha256:0912345678",
        "x" * 129,
    ],
)
def test_fact_that_looks_personal_is_refused_without_repeating_it(value: str | int) -> None:
    with pytest.raises(PersonalFact) as refused:
        record(detail=value)
    assert str(value) not in str(refused.value)
    assert not Event.objects.exists()


@pytest.mark.parametrize(
    "value",
    [
        "1408/QĐ-TTg",
        "2026-08-31",
        hashlib.sha256(b"123").hexdigest(),
        "sha256:" + "012345678901" * 5 + "abcd",
        "3f2504e0-4f89-11d3-9a0c-030500000000",
        "job:f0329962-41b1-4099-8263-74217032f01b",
        123456789,
        True,
        None,
    ],
)
def test_reference_date_or_digest_is_accepted(value: str | int | bool | None) -> None:
    assert dict(record(detail=value).facts) == {"detail": value}


def test_ground_may_be_a_citation_but_not_a_phone_number() -> None:
    with transaction.atomic():
        given = {"chain": "body:1", "kind": "case.extended", "subject": Subject("case", 1), "actor": OFFICER, "now": AT}
        entry = record_event(**given, ground="Điều 26 khoản 3 Luật 01/2026/QH16")
        with pytest.raises(PersonalFact):
            record_event(**given, ground="gọi 0912 345 678")
    assert entry.ground == "Điều 26 khoản 3 Luật 01/2026/QH16"


def test_person_is_named_by_id_and_not_by_number_or_address() -> None:
    for subject in (Subject("requester", "001099012345"), Subject("person", "an@vidu.vn")):
        with pytest.raises(PersonalFact), transaction.atomic():
            record_event(chain="body:1", kind="case.received", subject=subject, actor=OFFICER, now=AT)


@pytest.mark.parametrize("value", [0.1, [1, 2], {"a": 1}])
def test_value_without_one_way_to_write_it_is_refused(value: object) -> None:
    with pytest.raises(TypeError):
        record(detail=value)


def test_facts_are_kept_as_the_text_that_was_hashed() -> None:
    record(b=1, a="đ")
    assert Event.objects.get().facts == '{"a":"đ","b":1}'
    assert json.loads(Event.objects.get().facts) == {"a": "đ", "b": 1}
