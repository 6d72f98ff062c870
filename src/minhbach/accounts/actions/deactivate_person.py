"""Close the account of a person who has left (khóa tài khoản)."""

from datetime import datetime

from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext as _

from minhbach.accounts.actions.hand_over import hand_over
from minhbach.accounts.administration import require_answering_for
from minhbach.accounts.contracts import NotAllowed, PersonRecord
from minhbach.accounts.journal import note_person
from minhbach.accounts.models import Person, Post
from minhbach.accounts.queries import person_record
from minhbach.domain.access import Actor
from minhbach.domain.text import squeeze


def deactivate_person(*, person_id: int, actor: Actor, now: datetime, reason: str = "") -> PersonRecord:
    """Close an account at once: sessions end, posts end today, log-in is refused; what the person did stays theirs.

    :param reason: kept with the account, not in the event log, because it may speak of a person.
    :raises PersonNotVisible: if the actor may not know of the person.
    :raises NotAllowed: if it is the actor's own account, is closed already, or holds posts that others answer for.
    :raises WorkRemains: if work is open; hand it over first.
    :raises LastAdministrator: if nobody would look after a body.
    """
    require_answering_for(actor, person_id, on=timezone.localdate(now))
    if person_id == actor.person:
        raise NotAllowed(_("Không tự khóa tài khoản của mình; nhờ người quản trị khác."))
    with transaction.atomic():
        row = Person.objects.select_for_update().get(id=person_id)
        if not row.is_active:
            raise NotAllowed(_("Tài khoản này đã khóa."))
        for body in _bodies_with_posts(person_id, now=now):
            hand_over(person_id=person_id, body_id=body, successor_id=None, actor=actor, now=now, reason=reason)
        row.is_active = False
        row.closed_at = now
        row.closing_reason = squeeze(reason)
        row.session_stamp = F("session_stamp") + 1
        row.save(update_fields=["is_active", "closed_at", "closing_reason", "session_stamp"])
        note_person("person.deactivated", person_id, actor=actor, now=now)
    return person_record(row)


def _bodies_with_posts(person_id: int, *, now: datetime) -> list[int]:
    posts = Post.objects.filter(person_id=person_id).exclude(until_on__lte=timezone.localdate(now))
    return sorted(set(posts.values_list("body_id", flat=True)))
