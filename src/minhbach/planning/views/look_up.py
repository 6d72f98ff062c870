"""Looking once more for the agencies that a document under review names."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from minhbach.accounts.doors import actor_on, role_only
from minhbach.foundation import clock
from minhbach.planning.actions.look_bodies_up import LookedUp, look_bodies_up
from minhbach.planning.rules import MAY_IMPORT
from minhbach.planning.views.review import in_review


@role_only(*MAY_IMPORT)
@require_POST
def look_up(request: HttpRequest, import_id: int) -> HttpResponse:
    """Find what was added to the directory since the document was read."""
    in_review(request, import_id)
    found = look_bodies_up(import_id=import_id, actor=actor_on(request), now=clock.now())
    messages.success(request, _sentence(found))
    return redirect("planning:import", import_id)


def _sentence(found: LookedUp) -> str:
    if not found.anything:
        return _("Chưa tìm thấy thêm cơ quan nào trong danh bạ.")
    names = ngettext("Đã rõ thêm %(count)s tên.", "Đã rõ thêm %(count)s tên.", found.names) % {"count": found.names}
    issuer = _("Đã tìm thấy cơ quan ban hành.") if found.issuer else ""
    return " ".join(filter(None, (issuer, names if found.names else "")))
