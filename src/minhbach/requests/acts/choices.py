"""What the forms of acts offer: people, units, bodies, who is still out."""

from datetime import date

from django.utils.translation import gettext as _

from minhbach.accounts.queries import person_names
from minhbach.accounts.secrets_at_rest import open_sealed
from minhbach.agencies.queries import body_names
from minhbach.agencies.queries.beneath import with_own_units
from minhbach.foundation.dates import written
from minhbach.requests.models import Case, Consultation
from minhbach.requests.queries.people import workers_for


def people_choices(case: Case, *, on: date) -> list[tuple[int, str]]:
    """Return who may look for information for the case's body, by name."""
    names = person_names(workers_for(case.body_id, on=on))
    return sorted(names.items(), key=lambda one: one[1])


def unit_choices(case: Case) -> list[tuple[int, str]]:
    """Return the units of the case's body, by name."""
    units = with_own_units([case.body_id]) - {case.body_id}
    return sorted(body_names(units).items(), key=lambda one: one[1])


def out_now(case: Case) -> list[tuple[int, str]]:
    """Return who was asked and has not answered."""
    rows = case.consultations.filter(answered_on__isnull=True).select_related("body")
    return [(row.pk, f"{called(row)}, {_('hỏi ngày')} {written(row.asked_on)}") for row in rows]


def called(row: Consultation) -> str:
    """Return who was asked, for officers who deal with the case."""
    if row.body is not None:
        return row.body.name
    return open_sealed(row.sealed_who) if row.sealed_who else _("người thứ ba")
