"""Unlink a person from their identity at an identity provider (bỏ gắn định danh điện tử)."""

from datetime import datetime

from allauth.socialaccount.models import SocialAccount
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from minhbach.accounts.administration import require_answering_for
from minhbach.accounts.contracts import NotAllowed
from minhbach.accounts.journal import note_person
from minhbach.domain.access import Actor


def unlink_subject(*, person_id: int, provider: str, actor: Actor, now: datetime) -> None:
    """Let the person log in through the provider no longer. People may do so themselves.

    :raises PersonNotVisible: if the actor may not know of the person.
    :raises NotAllowed: if nothing is linked, or somebody else answers for the person too.
    """
    if person_id != actor.person:
        require_answering_for(actor, person_id, on=timezone.localdate(now))
    with transaction.atomic():
        removed: int = SocialAccount.objects.filter(user_id=person_id, provider=provider).delete()[0]
        if not removed:
            raise NotAllowed(_("Người này chưa gắn định danh ở đây."))
        note_person("person.subject-unlinked", person_id, actor=actor, now=now, facts={"provider": provider})
