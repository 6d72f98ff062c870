"""What the lists of the cascade are narrowed to and sorted by; nonsense is ignored."""

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from minhbach.foundation.form_fields import VnDateField
from minhbach.planning.cascade.values import CascadeFilters, Lack
from minhbach.planning.filter_forms import STANDING_LABELS, ListForm, OrderField, fill
from minhbach.planning.levels import LEVEL_LABELS, LEVELS

LACKS = {"ke-hoach": Lack.PLAN, "nhan-viec": Lack.TAKING_OVER, "qua-han": Lack.LATE}
LACK_LABELS = {
    "ke-hoach": _("Chưa có kế hoạch"),
    "nhan-viec": _("Còn việc chưa nhận"),
    "qua-han": _("Còn việc quá hạn"),
}
TAKEN, NOT_TAKEN = "roi", "chua"
DONE = "xong"


class CascadeFilterForm(ListForm):
    """What the list of bodies below is narrowed to. The view hands in the branches of many bodies."""

    thieu = forms.ChoiceField(
        label=_("Còn thiếu"), required=False, choices=[("", _("Mọi cơ quan")), *LACK_LABELS.items()]
    )
    cap = forms.ChoiceField(label=_("Cấp"), required=False, choices=[("", _("Mọi cấp")), *LEVEL_LABELS.items()])
    nhanh = forms.ChoiceField(label=_("Địa bàn"), required=False)
    tinh_den = VnDateField(label=_("Tính đến ngày"), required=False)
    xep = OrderField(
        {
            "": _("Tên cơ quan"),
            "ke-hoach": _("Chưa có kế hoạch trước"),
            "-chua-nhan": _("Nhiều việc chưa nhận nhất"),
            "-qua-han": _("Nhiều việc quá hạn nhất"),
            "-giao": _("Nhiều việc nhất"),
        }
    )

    def __init__(self, *args: Any, branches: Mapping[str, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fill(self.fields["nhanh"], [("", _("Mọi địa bàn")), *branches.items()])

    def filters(self) -> CascadeFilters:
        """Return what makes sense of it."""
        return CascadeFilters(
            words=self.words(),
            lack=LACKS.get(self.asked("thieu") or ""),
            level=LEVELS.get(self.asked("cap") or ""),
            branch=self.asked("nhanh") or "",
        )


class PartsFilterForm(ListForm):
    """What the list of parts below a plan is narrowed to; a body or branch is a box only where a link asked for one."""

    nhan = forms.ChoiceField(
        label=_("Nhận việc"),
        required=False,
        choices=[("", _("Đã nhận và chưa nhận")), (NOT_TAKEN, _("Chưa ai nhận")), (TAKEN, _("Đã nhận"))],
    )
    tinh_trang = forms.ChoiceField(
        label=_("So với hạn"),
        required=False,
        choices=[("", _("Mọi việc")), (DONE, _("Đã xong")), *STANDING_LABELS.items()],
    )
    co_quan = forms.ChoiceField(label=_("Cơ quan"), required=False)
    nhanh = forms.ChoiceField(label=_("Địa bàn"), required=False)
    tinh_den = VnDateField(label=_("Tính đến ngày"), required=False)
    xep = OrderField(
        {
            "": _("Thứ tự trong văn bản"),
            "han": _("Hạn gần nhất"),
            "-han": _("Hạn xa nhất"),
            "co-quan": _("Cơ quan"),
        }
    )

    def __init__(
        self, *args: Any, bodies: Mapping[str, str], branches: Mapping[str, str], only_untaken: bool, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        fill(self.fields["co_quan"], [("", _("Mọi cơ quan")), *bodies.items()])
        fill(self.fields["nhanh"], [("", _("Mọi địa bàn")), *branches.items()])
        for name, offered in (("co_quan", bodies), ("nhanh", branches)):
            if not offered:
                del self.fields[name]
        if only_untaken:
            del self.fields["nhan"]


def day_of(form: ListForm, *, today: dt.date) -> dt.date:
    """Return the day as of which a list counts; never one that lies ahead, of which nobody knows."""
    return min(form.asked("tinh_den") or today, today)


class DrawForm(forms.Form):
    """For which body a plan is drawn; the view hands in those that lead tasks."""

    body = forms.TypedChoiceField(label=_("Lập kế hoạch cho cơ quan"), coerce=int)

    def __init__(self, *args: Any, bodies: Mapping[int, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fill(self.fields["body"], [(str(pk), name) for pk, name in bodies.items()])
        if len(bodies) == 1:
            self.fields["body"].initial, self.fields["body"].widget = next(iter(bodies)), forms.HiddenInput()


class AboveForm(forms.Form):
    """Which plan above is carried out. The view hands in what may be chosen, the likeliest first."""

    above = forms.TypedChoiceField(
        label=_("Thực hiện kế hoạch"), coerce=int, empty_value=None, required=False, widget=forms.RadioSelect
    )

    def __init__(self, *args: Any, plans: Iterable[tuple[int, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        rows = [(str(pk), label) for pk, label in plans]
        fill(self.fields["above"], [*rows, ("", _("Không thực hiện kế hoạch nào ở đây"))])


class SuccessorForm(forms.Form):
    """Who goes on with the work of a body that was divided."""

    to = forms.TypedChoiceField(
        label=_("Cơ quan tiếp nhận"),
        coerce=int,
        widget=forms.RadioSelect,
        error_messages={"required": _("Chọn cơ quan làm tiếp các việc này.")},
    )

    def __init__(self, *args: Any, successors: Mapping[int, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fill(self.fields["to"], [(str(pk), name) for pk, name in successors.items()])
