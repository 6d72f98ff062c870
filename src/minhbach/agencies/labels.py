"""The words that pages use for kinds and levels of bodies."""

from django.utils.translation import gettext_lazy as _

from minhbach.domain.bodies.values import Kind
from minhbach.domain.units.values import Level

KIND_LABELS = {
    Kind.COMMITTEE: _("Ủy ban nhân dân"),
    Kind.COUNCIL: _("Hội đồng nhân dân"),
    Kind.OFFICE: _("Văn phòng"),
    Kind.DEPARTMENT: _("Sở, ban, ngành"),
    Kind.DIVISION: _("Phòng chuyên môn"),
    Kind.SERVICE_CENTRE: _("Trung tâm Phục vụ hành chính công"),
    Kind.SERVICE_UNIT: _("Đơn vị sự nghiệp công lập"),
    Kind.MILITARY: _("Cơ quan quân sự"),
    Kind.POLICE: _("Công an"),
    Kind.FRONT: _("Mặt trận Tổ quốc"),
    Kind.MASS_ORGANISATION: _("Tổ chức chính trị - xã hội"),
    Kind.RESIDENTS_GROUP: _("Thôn, tổ dân phố"),
    Kind.INNER_UNIT: _("Đơn vị bên trong cơ quan"),
    Kind.PARTY: _("Cơ quan của Đảng"),
    Kind.OTHER: _("Cơ quan, tổ chức khác"),
}
LEVEL_LABELS = {
    Level.PROVINCE: _("Cấp tỉnh"),
    Level.DISTRICT: _("Cấp huyện (đến 30/6/2025)"),
    Level.COMMUNE: _("Cấp xã"),
}
"""In the order in which lists show them; so are the kinds."""
