"""Ask another body that published our information wrongly to put it right, by letter (Article 22(3))."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from minhbach.agencies.queries import body_names
from minhbach.domain.access import Actor
from minhbach.domain.text import fold, squeeze
from minhbach.foundation.actions.record_event import record_event
from minhbach.foundation.contracts import Subject, body_chain
from minhbach.foundation.dates import local_date, written
from minhbach.papers.actions.draft_letter import draft_letter
from minhbach.papers.queries import letterhead
from minhbach.publication.channelling import item_path
from minhbach.publication.contracts import PublicationRefused
from minhbach.publication.correction_paper import WrongElsewhere, correction_paper, named
from minhbach.publication.dues import article_of_other_publishers, law_of_petitions
from minhbach.publication.models import CorrectionRequest, Petition
from minhbach.publication.queries.items import gate_item
from minhbach.publication.queries.petitions import visible_petition
from minhbach.publication.queries.publishers import CORRECTION_REQUEST
from minhbach.publication.rights import acting_body, refuse_who_does_not_tend
from minhbach.publication.rules import MAY_TEND
from minhbach.register.contracts import Origin
from minhbach.register.labels import called
from minhbach.register.queries import ITEM


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """Which body published it, where, and what is wrong there and right here."""

    publisher: str
    place: str
    what: str


@transaction.atomic
def ask_publisher(
    *,
    item_id: int,
    elsewhere: Elsewhere,
    actor: Actor,
    now: datetime,
    petition_id: int | None = None,
    site: str = "",
) -> int:
    """Draft the letter that asks the publisher, and return the request's id; papers number it and keep it signed.

    :param petition_id: the petition about the item that showed it, if one did; its sender is not named.
    :param site: the address of this installation, "https://…", with which the letter names the item's page.
    :raises PublicationNotVisible: if the item or the petition is not there for the actor.
    :raises PublicationRefused: if the actor may not, a part is missing, the petition is about something else, or the
        body did not make the information: then who made it asks.
    """
    row = gate_item(item_id, actor=actor)
    refuse_who_does_not_tend(row, actor=actor)
    _refuse_what_others_made(row)
    elsewhere = _whole(elsewhere)
    petition = visible_petition(petition_id, actor=actor) if petition_id else None
    if petition is not None and petition.item_id != row.pk:
        raise PublicationRefused(_("Kiến nghị này nói về thông tin khác."))
    today = local_date(now)
    request = CorrectionRequest.objects.create(
        item_id=row.pk,
        body_id=row.body_id,
        petition=petition,
        publisher=elsewhere.publisher,
        place=elsewhere.place,
        search_text=fold(f"{elsewhere.publisher} {elsewhere.place}"),
        what=elsewhere.what,
        asked_on=today,
        asked_by_id=actor.person,
    )
    own = acting_body(row, MAY_TEND, actor=actor)
    paper = correction_paper(
        _wrong(row, elsewhere, petition, own, site), law=law_of_petitions(today), on=today, head=letterhead(own)
    )
    about = Subject(CORRECTION_REQUEST, request.pk)
    request.letter_id = draft_letter(paper=paper, body_id=own, about=about, actor=actor, now=now)
    request.save(update_fields=["letter_id"])
    record_event(
        chain=body_chain(row.body_id),
        kind="publication.publisher_asked",
        subject=Subject(ITEM, row.pk),
        actor=actor,
        now=now,
        ground=article_of_other_publishers(today),
        facts={"request": request.pk, "letter": request.letter_id},
    )
    return request.pk


def _refuse_what_others_made(row: Any) -> None:
    if row.origin != Origin.CREATED:
        raise PublicationRefused(
            _("Thông tin này do cơ quan khác tạo ra: cơ quan ấy yêu cầu nơi đăng đính chính (khoản 3 Điều 22).")
        )


def _whole(given: Elsewhere) -> Elsewhere:
    found = Elsewhere(squeeze(given.publisher)[:300], squeeze(given.place)[:500], squeeze(given.what)[:1000])
    for field in ("publisher", "place", "what"):
        if not getattr(found, field):
            raise PublicationRefused(_("Ghi đủ: cơ quan nào đăng, đăng ở đâu, sai chỗ nào."), field=field)
    return found


def _wrong(row: Any, elsewhere: Elsewhere, petition: Petition | None, own: int, site: str) -> WrongElsewhere:
    shown = f"kiến nghị số {petition.number} nhận ngày {written(petition.received_on)}" if petition else ""
    return WrongElsewhere(
        maker=body_names([own])[own],
        publisher=elsewhere.publisher,
        named=named(row.title, called(row), row.issued_on),
        place=elsewhere.place,
        what=elsewhere.what,
        petition=shown,
        address=f"{site.rstrip('/')}{item_path(row.public_id)}" if site and row.public_version_id else "",
    )
