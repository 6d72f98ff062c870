"""What happens when a version becomes public, whoever or whatever opens it: all in the caller's transaction."""

from datetime import date, datetime

from django.utils import timezone

from minhbach.domain.access import Actor
from minhbach.domain.calendars.calendar import Calendar
from minhbach.domain.lifecycles.petition import PETITION, PetitionEvent, PetitionState
from minhbach.domain.lifecycles.publication import PUBLICATION, PublicationEvent, PublicationState
from minhbach.foundation.actions.record_event import record_event
from minhbach.foundation.contracts import Subject, body_chain
from minhbach.publication.channelling import plan_channels
from minhbach.publication.contracts import PublicationRefused
from minhbach.publication.models import Petition, Publication, Withdrawal
from minhbach.publication.stamp import mark_changed
from minhbach.publication.translations.ending import let_outdated_be_found_no_more
from minhbach.register.actions.set_public_state import set_public_state
from minhbach.register.contracts import ItemRefused
from minhbach.register.queries import ITEM
from minhbach.register.rows import ItemRow


def open_version(row: ItemRow, publication: Publication, *, calendar: Calendar, actor: Actor, now: datetime) -> None:
    """Let the public read the version that the publication is about; its state has moved already.

    The version before becomes a corrected one, the channels get their rows, petitions that waited for it are settled.

    :raises PublicationRefused: if the register finds that it cannot be public.
    """
    today = timezone.localdate(now)
    try:
        set_public_state(
            item_id=row.pk,
            version_id=publication.version_id,
            on=today,
            calendar=calendar,
            actor=actor,
            now=now,
            keeps_earlier_open=not publication.hides_earlier,
        )
    except ItemRefused as refused:
        raise PublicationRefused(refused.reason) from refused
    publication.opened_on = today
    publication.save(update_fields=["opened_on"])
    _correct_earlier(publication)
    Withdrawal.objects.filter(item_id=row.pk, until_on__isnull=True).update(until_on=today)
    plan_channels(row, version_number=publication.version_number, actor=actor, on=today)
    _settle_petitions(row, publication, today, actor, now)
    let_outdated_be_found_no_more(row.pk, publication.version_number)
    mark_changed(now=now)


def _correct_earlier(publication: Publication) -> None:
    earlier = Publication.objects.filter(subject_kind=ITEM, subject_id=publication.subject_id)
    for one in earlier.filter(state=PublicationState.PUBLIC).exclude(pk=publication.pk):
        one.state = PUBLICATION.next(PublicationState(one.state), PublicationEvent.CORRECT)
        one.save(update_fields=["state"])


def _settle_petitions(row: ItemRow, publication: Publication, today: date, actor: Actor, now: datetime) -> None:
    """Note under the petitions that were found right that what they complained of is put right."""
    waiting = Petition.objects.select_for_update().filter(item_id=row.pk, state=PetitionState.FOUND_WRONG)
    for petition in waiting.filter(version_number__lt=publication.version_number):
        petition.state = PETITION.next(PetitionState(petition.state), PetitionEvent.CORRECT)
        petition.corrected_in, petition.corrected_on = publication.version_number, today
        petition.save(update_fields=["state", "corrected_in", "corrected_on"])
        record_event(
            chain=body_chain(row.body_id),
            kind="petition.corrected",
            subject=Subject("petition", petition.pk),
            actor=actor,
            now=now,
            facts={"number": petition.number, "version": publication.version_number},
        )
