"""Which forms of publication an item goes by, and what has to be done in each."""

from datetime import date

from minhbach.domain.access import Actor
from minhbach.publication.models import Channel
from minhbach.register.law import statute_of_publication
from minhbach.register.rows import ItemRow

PORTAL, POSTING, ELSEWHERE = "portal", "posting", "elsewhere"
"""Forms that are treated apart: this installation, what hangs on a wall, an address that the register names."""
REMOVABLE = (POSTING, ELSEWHERE, "data_portal", "official_page")
"""Forms that can be taken down again; what was printed, broadcast or said cannot."""
SUPERSEDED = "superseded"
"""Why a row need not be done any more: a later version took its place before it was."""


def plan_channels(row: ItemRow, *, version_number: int, actor: Actor, on: date) -> None:
    """Write a row for each form by which the version is to be published. The portal's is done with this very act.

    What was done for an earlier version is put right in the same place (Article 22(5)), whether or not the form is
    still chosen.
    """
    statute = statute_of_publication(row.created_on, on=on)
    before = {one.form: one for one in Channel.objects.filter(item_id=row.pk).order_by("version_number", "pk")}
    Channel.objects.filter(item_id=row.pk, done_on__isnull=True, dropped_because="").update(dropped_because=SUPERSEDED)
    done = {form: one for form, one in before.items() if one.done_on is not None}
    forms = dict.fromkeys([PORTAL, *row.forms, *done])
    if row.address and done:
        forms[ELSEWHERE] = None
    Channel.objects.bulk_create(
        Channel(
            item_id=row.pk,
            body_id=row.body_id,
            version_number=version_number,
            statute=statute.number,
            form=form,
            planned_on=on,
            place=_place(row, form, done.get(form)),
            done_on=on if form == PORTAL else None,
            done_by_id=actor.person if form == PORTAL else None,
            corrects=done.get(form),
        )
        for form in forms
    )


def _place(row: ItemRow, form: str, before: Channel | None) -> str:
    if form == PORTAL:
        return item_path(row.public_id)
    if form == ELSEWHERE:
        return str(row.address)
    return before.place if before else ""


def item_path(public_id: str) -> str:
    """Return where the public reads the item, without a language before it."""
    return f"/thong-tin/{public_id}/"
