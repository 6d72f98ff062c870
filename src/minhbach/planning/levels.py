"""Levels of government as addresses and pages of planning name them."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from minhbach.domain.units.values import Level

LEVELS: Mapping[str, Level] = {"tinh": Level.PROVINCE, "xa": Level.COMMUNE}
LEVEL_LABELS: Mapping[str, Promise] = {"tinh": _("Cấp tỉnh"), "xa": _("Cấp xã")}
