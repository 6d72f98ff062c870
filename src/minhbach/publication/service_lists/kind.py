"""How lists of public service units go through the gate of announcements."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from minhbach.agencies.actions.follow_service_list import follow_service_list
from minhbach.domain.access import Actor
from minhbach.publication.models import Announcement


def context(row: Announcement) -> dict[str, Any]:
    """Return the units that the list names, in their order."""
    return {"units": row.units.select_related("unit").order_by("position")}


def words(row: Announcement) -> Iterable[str]:
    """Return what people typed; names and addresses of public bodies are left out."""
    return row.units.values_list("services", flat=True)


def why_unfinished(row: Announcement) -> str | None:
    """Return what the list lacks: units, or why there are none; what each of them renders."""
    units = list(row.units.all())
    if not units and not row.remark:
        return _("Danh mục chưa có đơn vị nào. Chọn đơn vị, hoặc ghi vì sao không có đơn vị nào.")
    unsaid = [one.name for one in units if not one.services]
    if unsaid:
        return _("Ghi dịch vụ cơ bản, thiết yếu của từng đơn vị. Còn thiếu: %(names)s.") % {"names": "; ".join(unsaid)}
    return None


def approved(row: Announcement, before: Announcement | None, actor: Actor, now: datetime) -> None:
    """Let the units' marks follow the list."""
    named = set(row.units.values_list("unit_id", flat=True))
    no_more = set(before.units.values_list("unit_id", flat=True)) - named if before else set()
    follow_service_list(named=named, not_named=no_more, actor=actor, now=now)
