"""In which body the first administrator stands."""

from datetime import date, datetime

from minhbach.accounts.contracts import AccountsError
from minhbach.agencies.actions.add_territory import add_territory
from minhbach.agencies.contracts import BodyNotVisible, BodyRecord
from minhbach.agencies.queries import bodies, body_by_slug, search_bodies
from minhbach.agencies.queries.beneath import committees_at_the_top
from minhbach.domain.access import Actor
from minhbach.domain.bodies.values import Kind
from minhbach.domain.units.values import Level, UnitKind
from minhbach.foundation.dates import local_date

OWN_KEY = "don-vi-cai-dat"
OWN_NAME = "Chưa đặt tên"
SHOWN = 5
LOOKED_AT = 200


def body_for_administrator(asked: str | None, *, on: date) -> BodyRecord | None:
    """Return the body that was asked for by slug or name, or the only one in question; None if there are no bodies.

    :raises AccountsError: if none or several fit; the sentence names some.
    """
    if asked:
        return _asked_for(asked)
    top = committees_at_the_top(on=on)
    if len(top) > 1:
        raise AccountsError(f"Chọn cơ quan bằng --body, ví dụ: {_examples(top)}.")
    return top[0] if top else None


def make_own_body(*, actor: Actor, now: datetime) -> BodyRecord:
    """Make a commune without a name, for an installation that has no bodies yet, and return its committee."""
    add_territory(
        key=OWN_KEY,
        level=Level.COMMUNE,
        kind=UnitKind.XA,
        name=OWN_NAME,
        from_on=date(2025, 7, 1),
        actor=actor,
        now=now,
    )
    return committees_at_the_top(on=local_date(now))[0]


def _asked_for(asked: str) -> BodyRecord:
    try:
        return body_by_slug(asked)
    except BodyNotVisible:
        found = tuple(bodies(pk for pk, _ in search_bodies(asked, limit=LOOKED_AT)).values())
    # "phường Mẫu Một" is in the name of every body of the ward; its committee is what people mean.
    committees = tuple(one for one in found if one.kind is Kind.COMMITTEE)
    for fitting in (found, committees):
        if len(fitting) == 1:
            return fitting[0]
    if not found:
        raise AccountsError(f"Không có cơ quan “{asked}”. Tạo các cơ quan bằng minhbach load-agencies.")
    raise AccountsError(f"Nhiều cơ quan có tên “{asked}”: {_examples(committees or found)}.")


def _examples(found: tuple[BodyRecord, ...]) -> str:
    return "; ".join(f"{one.slug} ({one.full_name})" for one in found[:SHOWN])
