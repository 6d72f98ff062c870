"""Log-in events, received from the packages that log people in, for the event log.

The one place where signals are received: allauth and axes write their own tables, and tell of it in no other way.
"""

from typing import Any

from allauth.account.internal.flows.login import get_authentication_records
from allauth.mfa.models import Authenticator
from allauth.mfa.signals import authenticator_added, authenticator_removed
from axes.signals import user_locked_out
from django.contrib.auth.signals import user_logged_in, user_logged_out
from django.db import transaction
from django.http import HttpRequest

from minhbach.accounts.journal import note_person
from minhbach.accounts.models import Person
from minhbach.accounts.sessions import begin
from minhbach.domain.access import Actor, system_actor
from minhbach.foundation import clock
from minhbach.foundation.contracts import Fact


def connect() -> None:
    """Receive what the packages tell."""
    user_logged_in.connect(_logged_in, dispatch_uid="accounts.logged_in")
    user_logged_out.connect(_logged_out, dispatch_uid="accounts.logged_out")
    user_locked_out.connect(_locked_out, dispatch_uid="accounts.locked_out")
    authenticator_added.connect(_factor_added, dispatch_uid="accounts.factor_added")
    authenticator_removed.connect(_factor_removed, dispatch_uid="accounts.factor_removed")


def _logged_in(sender: object, request: HttpRequest, user: Person, **kwargs: Any) -> None:
    begin(request.session, now=clock.now())
    methods = [record["method"] for record in get_authentication_records(request, user)]
    _note("person.logged-in", user.pk, {"methods": "+".join(methods)} if methods else {})


def _logged_out(sender: object, request: HttpRequest, user: Person | None, **kwargs: Any) -> None:
    if user is not None:
        _note("person.logged-out", user.pk)


def _locked_out(sender: object, username: str, **kwargs: Any) -> None:
    person_id = Person.objects.filter(username=username).values_list("id", flat=True).first()
    if person_id is not None:
        with transaction.atomic():
            note_person("person.locked-out", person_id, actor=system_actor("log-in"), now=clock.now())


def _factor_added(sender: object, user: Person, authenticator: Authenticator, **kwargs: Any) -> None:
    _note("person.two-factor-added", user.pk, {"type": authenticator.type})


def _factor_removed(sender: object, user: Person, authenticator: Authenticator, **kwargs: Any) -> None:
    _note("person.two-factor-removed", user.pk, {"type": authenticator.type})


def _note(kind: str, person_id: int, facts: dict[str, Fact] | None = None) -> None:
    with transaction.atomic():
        note_person(kind, person_id, actor=Actor(person=person_id), now=clock.now(), facts=facts)
