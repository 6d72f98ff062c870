"""What lists of difficulties and commendations are narrowed to and sorted by; nonsense is ignored."""

import datetime as dt
from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from minhbach.domain.lifecycles.commendation import CommendationState
from minhbach.domain.lifecycles.difficulty import DifficultyState
from minhbach.foundation.form_fields import VnDateField
from minhbach.planning.filter_forms import ListForm, OrderField, fill
from minhbach.planning.following.labels import COMMENDATION_TAGS, DIFFICULTY_TAGS
from minhbach.planning.queries.difficulties import FROM_US, TO_US, DifficultyFilters

GENERAL, WHOLE_PLAN, STANDING = "chung", "ca-ke-hoach", "khong-rut"
STATES = {
    "chua-tra-loi": DifficultyState.RAISED,
    "chuyen-len": DifficultyState.PASSED_UP,
    "da-tra-loi": DifficultyState.ANSWERED,
    "da-rut": DifficultyState.WITHDRAWN,
}
DECISIONS = {
    "cho": CommendationState.PROPOSED,
    "dong-y": CommendationState.AGREED,
    "khong": CommendationState.DECLINED,
    "da-rut": CommendationState.WITHDRAWN,
}
WAYS = {TO_US: _("Hỏi cơ quan ta"), FROM_US: _("Cơ quan ta nêu")}
Choices = Iterable[tuple[int, str]]


def _rows(choices: Choices) -> list[tuple[str, str]]:
    return [(str(pk), words) for pk, words in choices]


class DifficultyFilterForm(ListForm):
    """What the list of difficulties is narrowed to. A task or body is a box only where a link asked for one."""

    chieu = forms.ChoiceField(label=_("Chiều"), required=False, choices=[("", _("Cả hai chiều")), *WAYS.items()])
    tinh_trang = forms.ChoiceField(
        label=_("Tình trạng"),
        required=False,
        choices=[
            ("", _("Mọi tình trạng")),
            (STANDING, _("Mọi tình trạng, trừ đã rút")),
            *((key, DIFFICULTY_TAGS[one][1]) for key, one in STATES.items()),
        ],
    )
    ke_hoach = forms.ChoiceField(label=_("Kế hoạch"), required=False)
    viec = forms.ChoiceField(label=_("Nhiệm vụ"), required=False)
    hoi = forms.TypedChoiceField(label=_("Hỏi"), required=False, coerce=int)
    neu = forms.TypedChoiceField(label=_("Cơ quan nêu"), required=False, coerce=int)
    tu = VnDateField(label=_("Nêu từ ngày"), required=False)
    den = VnDateField(label=_("Nêu đến ngày"), required=False)
    tinh_den = VnDateField(label=_("Tình trạng tính đến ngày"), required=False)
    xep = OrderField(
        {
            "": _("Mới nêu nhất"),
            "ngay": _("Nêu lâu nhất"),
            "tinh-trang": _("Tình trạng"),
            "co-quan": _("Cơ quan nêu"),
            "hoi": _("Cơ quan được hỏi"),
        }
    )

    def __init__(self, *args: Any, plans: Choices, tasks: Choices, bodies: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        general = (GENERAL, _("Chung, không theo kế hoạch"))
        fill(self.fields["ke_hoach"], [("", _("Mọi kế hoạch")), general, *_rows(plans)])
        fill(self.fields["viec"], [("", _("Mọi nhiệm vụ")), (WHOLE_PLAN, _("Cả kế hoạch")), *_rows(tasks)])
        for name in ("hoi", "neu"):
            fill(self.fields[name], [("", _("Mọi cơ quan")), *_rows(bodies)])
            if not self.data.get(name):
                del self.fields[name]
        if not self.data.get("viec"):
            del self.fields["viec"]

    def filters(self) -> DifficultyFilters:
        """Return what makes sense of it."""
        plan, task, state = self.asked("ke_hoach") or "", self.asked("viec") or "", self.asked("tinh_trang")
        return DifficultyFilters(
            words=self.words(),
            state=STATES.get(state, ""),
            standing=state == STANDING,
            way=self.asked("chieu") or "",
            plan_id=int(plan) if plan.isdecimal() else None,
            task_id=int(task) if task.isdecimal() else None,
            without_plan=plan == GENERAL,
            without_task=task == WHOLE_PLAN,
            asked_id=self.asked("hoi") or None,
            body_id=self.asked("neu") or None,
            raised_from=self.asked("tu"),
            raised_until=self.asked("den"),
            on=self.asked("tinh_den"),
        )


class SummaryForm(ListForm):
    """Whose difficulties are summed up, which way they went, and when they were raised."""

    tim = None  # type: ignore[assignment]
    co_quan = forms.TypedChoiceField(label=_("Cơ quan"), required=False, coerce=int)
    chieu = forms.ChoiceField(
        label=_("Chiều"),
        required=False,
        choices=[("", _("Cấp dưới hỏi cơ quan này")), (FROM_US, _("Cơ quan này nêu lên trên"))],
    )
    tu = VnDateField(label=_("Nêu từ ngày"), required=False)
    den = VnDateField(label=_("Nêu đến ngày"), required=False)
    tinh_den = VnDateField(label=_("Tình trạng tính đến ngày"), required=False)

    def __init__(self, *args: Any, bodies: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offered = _rows(bodies)
        fill(self.fields["co_quan"], offered)
        self.first = int(offered[0][0])

    def day(self, *, today: dt.date) -> dt.date:
        """Return the day whose states are summed up; what lies ahead is not known."""
        return min(self.asked("tinh_den") or today, today)

    def body(self) -> int:
        """Return the body that is asked for, or the first of one's own."""
        return int(self.asked("co_quan") or self.first)

    def filters(self) -> DifficultyFilters:
        """Return what makes sense of it."""
        own = self.asked("chieu") == FROM_US
        return DifficultyFilters(
            asked_id=None if own else self.body(),
            body_id=self.body() if own else None,
            raised_from=self.asked("tu"),
            raised_until=self.asked("den"),
        )


class CommendationFilterForm(ListForm):
    """What the list of commendations is narrowed to."""

    tim = None  # type: ignore[assignment]
    tinh_trang = forms.ChoiceField(
        label=_("Tình trạng"),
        required=False,
        choices=[("", _("Mọi tình trạng")), *((key, COMMENDATION_TAGS[one][1]) for key, one in DECISIONS.items())],
    )
    xep = OrderField(
        {
            "": _("Mới đề nghị nhất"),
            "ngay": _("Đề nghị lâu nhất"),
            "co-quan": _("Cơ quan"),
            "tinh-trang": _("Tình trạng"),
        }
    )

    def state(self) -> str:
        """Return the state asked for, or nothing."""
        asked = self.asked("tinh_trang")
        return DECISIONS[asked] if asked else ""
