"""What to say where a field of a focal point is empty that the law has published."""

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

_ASKED = {
    "name": _("Ghi họ và tên, hoặc chọn đơn vị làm đầu mối."),
    "address": _("Ghi địa chỉ làm việc."),
    "telephone": _("Ghi số điện thoại."),
    "email": _("Ghi địa chỉ thư điện tử."),
    "position": _("Ghi chức vụ."),
    "fax": _("Ghi số fax."),
    "working_hours": _("Ghi giờ làm việc."),
}


def what_is_missing(field: str, citation: str) -> str:
    """Return the sentences for one field: what to write, and which article has it published."""
    return f"{_ASKED[field]} {gettext('Phải công khai theo %(law)s.') % {'law': citation}}"
