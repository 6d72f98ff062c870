"""What places of a regulation are filled with at first: the agency's own data, never a person's name."""

import datetime as dt
from collections.abc import Callable, Mapping

from minhbach.agencies.contracts import FocalPointRecord
from minhbach.agencies.queries import bodies, body_names
from minhbach.agencies.queries.bodies import body
from minhbach.agencies.queries.focal_points import focal_points_of
from minhbach.agencies.queries.own_parts import with_own_parts
from minhbach.domain.bodies.values import Kind
from minhbach.domain.regulations import Field, FieldKind, Model
from minhbach.papers.queries import letterhead

LONGEST = 500
NAME = "Quy chế nội bộ"
"""What documents and the index call it."""
ELSEWHERE = "Cung cấp thông tin theo quy định của Luật Tiếp cận thông tin"
"""What a regulation that was issued elsewhere is about, until somebody writes it otherwise."""


def first_values(model: Model, body_id: int, *, on: dt.date) -> dict[str, str]:
    """Return what is known of the agency for each place of the model; places of which nothing is known stay empty."""
    found: dict[str, str] = {}
    return {one.key: _first(one, body_id, on, found)[:LONGEST] for one in model.fields}


def _first(field: Field, body_id: int, on: dt.date, found: dict[str, str]) -> str:
    if field.kind is FieldKind.DAYS:
        return field.begins_with
    if not field.begins_with:
        return ""
    if field.begins_with not in found:
        found[field.begins_with] = _KNOWN[field.begins_with](body_id, on)
    return found[field.begins_with]


def _name(body_id: int, on: dt.date) -> str:  # noqa: ARG001
    return body(body_id).name


def _head(body_id: int, on: dt.date) -> str:  # noqa: ARG001
    kind = body(body_id).kind
    if kind in (Kind.COMMITTEE, Kind.COUNCIL):
        return "Chủ tịch Ủy ban nhân dân" if kind == Kind.COMMITTEE else "Chủ tịch Hội đồng nhân dân"
    return letterhead(body_id).position.capitalize()


def _point(body_id: int, on: dt.date) -> FocalPointRecord | None:
    return next(iter(focal_points_of([body_id], on=on).get(body_id, ())), None)


def _focal_point(body_id: int, on: dt.date) -> str:
    point = _point(body_id, on)
    return (point.unit_name or point.fields.position) if point else ""


def _contact(body_id: int, on: dt.date) -> str:
    point = _point(body_id, on)
    fields = (point.fields.address, point.fields.telephone, point.fields.email) if point else ()
    return ", ".join(one for one in fields if one)


def _units(body_id: int, on: dt.date) -> str:
    found = bodies(with_own_parts([body_id]) - {body_id})
    return ", ".join(found[one].name for one in body_names(found) if found[one].exists_on(on))


_KNOWN: Mapping[str, Callable[[int, dt.date], str]] = {
    "body": _name,
    "head": _head,
    "focal_point": _focal_point,
    "focal_point_contact": _contact,
    "units": _units,
}
