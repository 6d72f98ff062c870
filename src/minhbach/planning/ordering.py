"""Sorting a list by one of its columns, as the page's address asks (`?xep=han`, the other way round `?xep=-han`)."""

from collections.abc import Mapping, Sequence
from typing import Any, TypeVar

from django.db.models import F, Model, QuerySet

Row = TypeVar("Row", bound=Model)


def ordered(
    rows: QuerySet[Row], asked: str, columns: Mapping[str, str], *, default: str, then: Sequence[Any]
) -> QuerySet[Row]:
    """Return the rows sorted; those without a value stand last either way, and nonsense is answered as if not asked.

    :param columns: what may be asked, and the field behind it. :param then: what decides among equals.
    """
    chosen = asked if asked.removeprefix("-") in columns else default
    field = F(columns[chosen.removeprefix("-")])
    first = field.desc(nulls_last=True) if chosen.startswith("-") else field.asc(nulls_last=True)
    return rows.order_by(first, *then)
