"""What lists are narrowed to and sorted by. Every box is optional; nonsense is ignored, never an error page."""

import datetime as dt
from collections.abc import Collection, Iterable, Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from minhbach.domain.lifecycles.assignment import AssignmentState
from minhbach.domain.lifecycles.plan_import import ImportState
from minhbach.domain.plans.deadlines import CLASS_OF_KIND, DeadlineClass
from minhbach.domain.plans.standing import Standing
from minhbach.domain.text import nfc
from minhbach.foundation.dates import written
from minhbach.foundation.form_fields import VnDateField
from minhbach.planning.labels import ASSIGNMENT_TAGS, CLASS_TAGS, PUBLICATION_TAGS, STANDING_TAGS, STATE_TAGS, Words
from minhbach.planning.levels import LEVEL_LABELS, LEVELS
from minhbach.planning.models import AssignmentRole
from minhbach.planning.queries import NOT_SUBMITTED, PlanFilters, TaskFilters

STANDINGS = {
    "qua-han": Standing.OPEN_LATE,
    "trong-han": Standing.OPEN_IN_TIME,
    "dung-han": Standing.DONE_IN_TIME,
    "tre-han": Standing.DONE_LATE,
    "khong-ngay": Standing.WITHOUT_DATE,
}
STANDING_LABELS = {key: STANDING_TAGS[its][1] for key, its in STANDINGS.items()}
STATES = {
    "chua-nhan": AssignmentState.GIVEN,
    "dang-lam": AssignmentState.IN_WORK,
    "cho-duyet": AssignmentState.REPORTED,
    "da-xong": AssignmentState.DONE,
    "thoi": AssignmentState.DROPPED,
}
SORTING = "xep"


class OrderField(forms.CharField):
    """A box that offers the usual orders; the heads of columns ask for others, which are no mistake either."""

    widget = forms.Select

    def __init__(self, orders: Mapping[str, Words] | None = None) -> None:
        super().__init__(label=_("Xếp theo"), required=False)
        self.offer(orders or {})

    def offer(self, orders: Mapping[str, Words]) -> None:
        """Give the orders to choose from: what stands in the address, and its words."""
        assert isinstance(self.widget, forms.Select)
        self.widget.choices = list(orders.items())


class ListForm(forms.Form):
    """A question to a list: words, filters and an order, all of them optional."""

    tim = forms.CharField(label=_("Từ cần tìm"), required=False, max_length=200)

    def asked(self, name: str) -> Any:
        """Return what was asked for in a box, or nothing where it makes no sense or the list has no such box."""
        self.is_valid()
        return self.cleaned_data.get(name)

    def words(self) -> str:
        """Return the words to look for, or nothing."""
        return nfc(str(self.asked("tim") or ""))

    def order(self) -> str:
        """Return the order asked for, as the address says it; queries judge whether it makes sense."""
        return str(self.data.get(SORTING, ""))

    def chips(self) -> list[tuple[str, str]]:
        """Return words and name of each filter in force, for the links that take it away."""
        named = ((name, self._in_words(name, self.asked(name))) for name in self.fields if name != SORTING)
        return [(words, name) for name, words in named if words]

    def boxes(self) -> list[forms.BoundField]:
        """Return what stands behind the word "Lọc": all but the words to look for."""
        return [self[name] for name in self.fields if name != "tim"]

    def _in_words(self, name: str, value: Any) -> str:
        if not value:
            return ""
        field = self.fields[name]
        if isinstance(field, forms.ChoiceField):
            return str(dict(field.choices)[str(value)])  # type: ignore[arg-type]
        if isinstance(field, forms.BooleanField):
            return str(field.label)
        if isinstance(value, dt.date):
            return f"{field.label}: {written(value)}"
        return f"“{value}”" if name == "tim" else f"{field.label}: {value}"


class TaskFilterForm(ListForm):
    """What a list of tasks is narrowed to; a list that knows no roles, bodies or states leaves these boxes out."""

    cua_toi = forms.BooleanField(label=_("Chỉ việc giao cho tôi"), required=False)

    co_quan = forms.TypedChoiceField(label=_("Cơ quan"), required=False, coerce=int)
    cap = forms.ChoiceField(label=_("Cấp"), required=False, choices=[("", _("Mọi cấp")), *LEVEL_LABELS.items()])
    vai = forms.ChoiceField(
        label=_("Vai trò"), required=False, choices=[("", _("Chủ trì và phối hợp")), *AssignmentRole.choices]
    )
    tinh_trang = forms.ChoiceField(
        label=_("So với hạn"), required=False, choices=[("", _("Mọi việc")), *STANDING_LABELS.items()]
    )
    buoc = forms.ChoiceField(
        label=_("Bước"),
        required=False,
        choices=[("", _("Mọi bước")), *((key, ASSIGNMENT_TAGS[state][1]) for key, state in STATES.items())],
    )
    van_ban = forms.BooleanField(label=_("Chỉ việc có sản phẩm là văn bản"), required=False)
    loai = forms.ChoiceField(
        label=_("Loại hạn"),
        required=False,
        choices=[
            ("", _("Mọi loại hạn")),
            (DeadlineClass.DATED.value, _("Có ngày")),
            *[(group.value, words) for group, (_shape, words) in CLASS_TAGS.items() if group != DeadlineClass.UNCLEAR],
        ],
    )
    tu = VnDateField(label=_("Hạn từ ngày"), required=False)
    den = VnDateField(label=_("Hạn đến ngày"), required=False)
    tinh_den = VnDateField(label=_("Tính đến ngày"), required=False)
    xep = OrderField()

    def __init__(
        self,
        *args: Any,
        without: Iterable[str] = (),
        orders: Mapping[str, Words],
        bodies: Iterable[tuple[int, str]] = (),
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        order = self.fields["xep"]
        assert isinstance(order, OrderField)
        order.offer(orders)
        fill(self.fields["co_quan"], [("", _("Mọi cơ quan")), *((str(body), name) for body, name in bodies)])
        for name in without:
            del self.fields[name]

    def day(self, *, today: dt.date) -> dt.date:
        """Return the day as of which the list counts; never one that lies ahead, of which nobody knows."""
        return min(self.asked("tinh_den") or today, today)

    def filters(self, *, on: dt.date, person: int | None = None) -> TaskFilters:
        """Return what makes sense of it, asked on this day by this person."""
        group, step = self.asked("loai"), STATES.get(self.asked("buoc") or "")
        return TaskFilters(
            words=self.words(),
            role=self.asked("vai") or "",
            kinds=[kind for kind, its in CLASS_OF_KIND.items() if its == group] if group else [],
            due_from=self.asked("tu"),
            due_until=self.asked("den"),
            body_id=self.asked("co_quan") or None,
            level=LEVELS.get(self.asked("cap") or ""),
            person_id=person if self.asked("cua_toi") else None,
            states=(step,) if step else (),
            product_is_document=bool(self.asked("van_ban")),
            standing=STANDINGS.get(self.asked("tinh_trang") or ""),
            on=self.day(today=on),
        )


class PlanFilterForm(ListForm):
    """What the list of plans is narrowed to; the public's list knows no states, and issuers only where a page leads.

    An issuer stands in the address by its slug, as its pages do.
    """

    co_quan = forms.ChoiceField(label=_("Cơ quan ban hành"), required=False)
    nam = forms.IntegerField(label=_("Năm ban hành"), required=False, min_value=1990, max_value=2100)
    cong_khai = forms.ChoiceField(
        label=_("Công khai"),
        required=False,
        choices=[
            ("", _("Mọi tình trạng")),
            (NOT_SUBMITTED, PUBLICATION_TAGS[None][1]),
            *[(state.value, words) for state, (_kind, words) in PUBLICATION_TAGS.items() if state],
        ],
    )
    xep = OrderField(
        {
            "": _("Mới ban hành nhất"),
            "ngay": _("Ban hành lâu nhất"),
            "van-ban": _("Tên văn bản"),
            "co-quan": _("Cơ quan ban hành"),
            "-nhiem-vu": _("Nhiều nhiệm vụ nhất"),
        }
    )

    def __init__(self, *args: Any, issuers: Iterable[tuple[str, str]] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offered = list(issuers)
        fill(self.fields["co_quan"], [("", _("Mọi cơ quan")), *offered])
        if not offered:
            del self.fields["co_quan"]

    def filters(self, *, issued_by: Collection[int] = ()) -> PlanFilters:
        """Return what makes sense of it; the view knows which bodies the issuer that was asked for stands for."""
        asked = self.asked("co_quan")
        return PlanFilters(
            words=self.words(),
            year=self.asked("nam"),
            issued_by=issued_by if asked else (),
            state=self.asked("cong_khai") or "",
        )


class ImportFilterForm(ListForm):
    """What the list of documents is narrowed to."""

    tim = None  # type: ignore[assignment]
    tinh_trang = forms.ChoiceField(
        label=_("Tình trạng"),
        required=False,
        choices=[("", _("Mọi tình trạng")), *[(state.value, STATE_TAGS[state][1]) for state in ImportState]],
    )
    xep = OrderField(
        {
            "": _("Mới nhập nhất"),
            "luc": _("Nhập lâu nhất"),
            "tinh-trang": _("Tình trạng"),
            "co-quan": _("Cơ quan"),
        }
    )


def fill(field: forms.Field, choices: Iterable[tuple[str, Any]]) -> None:
    """Give a box of choices what the view hands in."""
    assert isinstance(field, forms.ChoiceField)
    field.choices = list(choices)
