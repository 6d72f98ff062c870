"""Take in a request from the National Public Service Portal: once for each of the portal's numbers."""

import hashlib
from collections.abc import Sequence
from datetime import datetime, timedelta

from django.db import IntegrityError, transaction

from minhbach.agencies.contracts import BodyNotVisible
from minhbach.agencies.queries import body_by_slug
from minhbach.domain.access import system_actor
from minhbach.intake.actions.renew_secret import renew_secret
from minhbach.intake.contracts import Given, Receipt, SubmissionRefused, WaitingFile, Way
from minhbach.intake.holding import drop, put_aside
from minhbach.requests.actions.receive_request import receive_by_system
from minhbach.requests.models import Case, PortalCase, PortalNonce
from minhbach.requests.service_portal.messages import NotUnderstood, PortalRequest
from minhbach.requests.service_portal.signing import WITHIN
from minhbach.requests.suggesting import takes_requests

PORTAL = system_actor("service-portal")


class SentOn(Exception):
    """This very message was seen before: somebody sends it on, or sends it twice without signing it anew."""


class AnotherUnderThisNumber(Exception):
    """The portal's number belongs to a request that says something else."""


@transaction.atomic
def note_nonce(*, nonce: str, now: datetime) -> None:
    """Remember a message, and forget those whose time is believed no more.

    :raises SentOn: if it was seen before.
    """
    PortalNonce.objects.filter(seen_at__lt=now - timedelta(seconds=2 * WITHIN + 60)).delete()
    try:
        with transaction.atomic():
            PortalNonce.objects.create(nonce=nonce, seen_at=now)
    except IntegrityError as error:
        raise SentOn from error


def receive_from_portal(*, request: PortalRequest, content: bytes, now: datetime) -> Receipt:
    """Take a request in, or find the one that the portal's number stands for; either way return its receipt.

    A repeated one gets a fresh secret, for the answer before may have been lost; the last answer counts.

    :param content: the message as it came, by which a repeated one is told from another.
    :raises NotUnderstood: if the agency takes no requests, or the request cannot be.
    :raises AnotherUnderThisNumber: if the number belongs to another message.
    """
    digest = hashlib.sha256(content).hexdigest()
    known = _known(request, digest, now)
    if known is not None:
        return known
    files = _put_aside(request)
    try:
        return _receive(request, digest, files, now)
    except IntegrityError:  # The same request came twice at the same moment: the other one is it.
        _drop(files)
        found = _known(request, digest, now)
        if found is None:
            raise
        return found
    except (SubmissionRefused, NotUnderstood):
        _drop(files)
        raise


@transaction.atomic
def _known(request: PortalRequest, digest: str, now: datetime) -> Receipt | None:
    row = PortalCase.objects.select_related("case").filter(portal_number=request.portal_number).first()
    if row is None:
        return None
    if row.digest != digest:
        raise AnotherUnderThisNumber
    return renew_secret(submission_id=row.case.submission_id, actor=PORTAL, now=now)


@transaction.atomic
def _receive(request: PortalRequest, digest: str, files: Sequence[WaitingFile], now: datetime) -> Receipt:
    given = Given(
        text=request.text,
        sender=request.sender,
        behalf=request.behalf,
        delivery=request.delivery,
        way=Way.SERVICE_PORTAL,
        sent_on=request.sent_on,
        is_elsewhere=request.lives_elsewhere,
        files=tuple(files),
    )
    try:
        receipt = receive_by_system(given=given, body_id=_agency(request, now), actor=PORTAL, now=now)
    except SubmissionRefused as refused:
        raise NotUnderstood({_PLACES.get(refused.field, refused.field): refused.reason}) from refused
    case = Case.objects.get(submission=receipt.submission_id, whole__isnull=True)
    PortalCase.objects.create(case=case, portal_number=request.portal_number, digest=digest)
    return receipt


_PLACES = {"sent_on": "sent_at"}


def _agency(request: PortalRequest, now: datetime) -> int:
    try:
        found = body_by_slug(request.agency).id
    except BodyNotVisible as error:
        raise NotUnderstood({"agency": "không có cơ quan này"}) from error
    if not takes_requests(found, on=now.date()):
        raise NotUnderstood({"agency": "cơ quan này không nhận yêu cầu"})
    return found


def _put_aside(request: PortalRequest) -> tuple[WaitingFile, ...]:
    files: list[WaitingFile] = []
    for place, file in enumerate(request.files):
        try:
            files.append(put_aside(name=file.name, content=file.content, role=file.role))
        except SubmissionRefused as refused:
            _drop(files)
            raise NotUnderstood({f"files.{place}": refused.reason}) from refused
    return tuple(files)


def _drop(files: Sequence[WaitingFile]) -> None:
    for file in files:
        drop(file)
