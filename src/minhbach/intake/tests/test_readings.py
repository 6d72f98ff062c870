"""Whoever opens an identity number leaves a trace that its owner can read."""

from datetime import UTC, datetime

import pytest

from minhbach.accounts.models import Person
from minhbach.agencies.actions.add_territory import add_territory
from minhbach.agencies.models import Body
from minhbach.domain.access import VISITOR, Actor, system_actor
from minhbach.domain.units.values import Level, UnitKind
from minhbach.foundation.contracts import Subject
from minhbach.foundation.queries import events_about
from minhbach.intake.actions.read_identity import read_identity
from minhbach.intake.actions.receive_submission import receive_submission
from minhbach.intake.contracts import Given, Receipt, Sender, SubmissionKind, SubmissionNotVisible, SubmissionRefused
from minhbach.intake.models import SealedSender, Submission
from minhbach.intake.queries import SUBMISSION, by_secret
from minhbach.intake.queries.readings import identity_readings_of

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 10, 13, 2, 0, tzinfo=UTC)
SENDER = Sender(name="Trần Thị Thử", identity_number="001085012345")


@pytest.fixture
def receipt() -> Receipt:
    add_territory(
        key="thi-du", level=Level.PROVINCE, kind=UnitKind.TINH, name="Thí Dụ", parent_key=None,
        from_on=NOW.date(), actor=system_actor("test"), now=NOW,
    )  # fmt: skip
    body = Body.objects.get(kind="committee")
    given = Given(text="Đường thôn ngập nước", sender=SENDER)
    return receive_submission(
        given=given, kind=SubmissionKind.FEEDBACK, body_id=body.pk, statute=None, actor=VISITOR, now=NOW
    )


@pytest.fixture
def officer() -> Actor:
    return Actor(person=Person.objects.create(username="thu", name="Lê Văn Thử", created_at=NOW).pk)


def test_the_owner_reads_who_opened_the_number_when_and_why(receipt: Receipt, officer: Actor) -> None:
    opened = read_identity(
        submission_id=receipt.submission_id, purpose="đối chiếu  giấy ủy quyền", actor=officer, now=NOW
    )
    assert opened == "001085012345"
    (line,) = identity_readings_of(receipt.submission_id)
    assert (line.at, line.who, line.purpose) == (NOW, "Lê Văn Thử", "đối chiếu giấy ủy quyền")
    event = events_about(Subject(SUBMISSION, receipt.submission_id))[-1]
    assert (event.kind, event.actor) == ("submission.identity_read", f"person:{officer.person}")
    assert "001085012345" not in str(event) and "giấy ủy quyền" not in str(event)


def test_without_a_purpose_and_without_a_person_nothing_opens(receipt: Receipt, officer: Actor) -> None:
    with pytest.raises(SubmissionRefused) as refused:
        read_identity(submission_id=receipt.submission_id, purpose="  ", actor=officer, now=NOW)
    assert refused.value.field == "purpose"
    for actor in (VISITOR, system_actor("sweep")):
        with pytest.raises(SubmissionNotVisible):
            read_identity(submission_id=receipt.submission_id, purpose="xem", actor=actor, now=NOW)
    assert identity_readings_of(receipt.submission_id) == ()


def test_what_was_erased_does_not_open(receipt: Receipt, officer: Actor) -> None:
    SealedSender.objects.all().delete()
    with pytest.raises(SubmissionNotVisible):
        read_identity(submission_id=receipt.submission_id, purpose="xem", actor=officer, now=NOW)


def test_feedback_has_a_number_of_the_one_series_and_opens_no_request(receipt: Receipt) -> None:
    row = Submission.objects.get(pk=receipt.submission_id)
    assert (row.number, row.kind, row.statute) == ("2026-00001", "feedback", "")
    assert by_secret(receipt.number, receipt.secret) is None
    assert by_secret(receipt.number, receipt.secret, kind=SubmissionKind.FEEDBACK) == row.pk
