"""Parse amounts of money and the lines that hold them; decide nothing."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from minhbach.domain.money import NotAnAmount, typed_amount
from minhbach.domain.text import squeeze
from minhbach.foundation.writing import number_written
from minhbach.planning.actions.write_budget import FIRST_YEAR, LAST_YEAR, Amounts
from minhbach.planning.filter_forms import ListForm, fill
from minhbach.planning.following.labels import MONEY_LABELS
from minhbach.planning.queries.money import MoneyFilters

NOT_AN_AMOUNT = _("Ghi số tiền bằng đồng, ví dụ 3.000.000, 3 triệu hoặc 1,2 tỷ.")
COMMON = "chung"


class AmountField(forms.Field):
    """A box for whole đồng: 3.000.000, 3 triệu, 1,2 tỷ. Empty: nothing was said."""

    def __init__(self, *, may_fall: bool = False, **options: Any) -> None:
        """`may_fall`: a minus before the amount is a cut."""
        self.may_fall = may_fall
        widget = forms.TextInput({"autocomplete": "off", "maxlength": 60})
        super().__init__(required=False, widget=widget, **options)

    def to_python(self, value: Any) -> Any:
        """Return the amount in đồng, or None for an empty box."""
        text = squeeze(str(value or ""))
        if not text:
            return None
        cut = self.may_fall and text[0] in "-\u2212"
        try:
            amount = typed_amount(text[1:] if cut else text)
        except NotAnAmount as error:
            raise ValidationError(NOT_AN_AMOUNT, code="not_an_amount") from error
        return -amount if cut else amount

    def prepare_value(self, value: Any) -> Any:
        """Write an amount as people read it; leave what was typed as it was."""
        return number_written(value) if isinstance(value, int) else value


class AmountsForm(forms.Form):
    """The amounts of a line, where the money comes from, and a note."""

    estimate = AmountField(label=MONEY_LABELS["estimate"], help_text=_("Ví dụ: 3.000.000 hoặc 3 triệu"))
    allotted = AmountField(label=MONEY_LABELS["allotted"])
    supplement = AmountField(
        label=MONEY_LABELS["supplement"], may_fall=True, help_text=_("Bị cắt giảm thì ghi dấu trừ, ví dụ -500.000")
    )
    spent = AmountField(label=MONEY_LABELS["spent"])
    settled = AmountField(label=MONEY_LABELS["settled"], help_text=_("Để trống khi chưa quyết toán"))
    source = forms.CharField(label=_("Nguồn kinh phí"), required=False, max_length=200)
    note = forms.CharField(label=_("Ghi chú"), required=False, max_length=500, widget=forms.Textarea(attrs={"rows": 2}))

    def amounts(self) -> Amounts:
        """Return what was typed; an empty box is nothing, an empty settlement not there yet."""
        given = {name: self.cleaned_data.get(name) for name in ("estimate", "allotted", "supplement", "spent")}
        return Amounts(**{name: value or 0 for name, value in given.items()}, settled=self.cleaned_data.get("settled"))


class BudgetForm(AmountsForm):
    """A new line: which task, whose, of which year."""

    task = forms.TypedChoiceField(label=_("Nhiệm vụ"), coerce=int, required=False, empty_value=None)
    body = forms.TypedChoiceField(label=_("Cơ quan"), coerce=int, error_messages={"required": _("Chọn cơ quan.")})
    year = forms.IntegerField(
        label=_("Năm"),
        min_value=FIRST_YEAR,
        max_value=LAST_YEAR,
        error_messages={
            name: _("Ghi năm bằng bốn chữ số, ví dụ 2027.")
            for name in ("required", "invalid", "min_value", "max_value")
        },
    )
    field_order = (
        "task", "body", "year", "estimate", "allotted", "supplement", "spent", "settled", "source", "note",
    )  # fmt: skip

    def __init__(
        self, *args: Any, tasks: Iterable[tuple[int, str]], bodies: Iterable[tuple[int, str]], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        fill(self.fields["task"], [("", _("Chung cho cả kế hoạch")), *((str(pk), name) for pk, name in tasks)])
        fill(self.fields["body"], [(str(pk), name) for pk, name in bodies])


class BudgetFilterForm(ListForm):
    """What the money of a plan is narrowed to."""

    tim = None  # type: ignore[assignment]
    nam = forms.IntegerField(label=_("Năm"), required=False, min_value=FIRST_YEAR, max_value=LAST_YEAR)
    co_quan = forms.TypedChoiceField(label=_("Cơ quan"), required=False, coerce=int)
    viec = forms.ChoiceField(label=_("Nhiệm vụ"), required=False)

    def __init__(
        self, *args: Any, bodies: Iterable[tuple[int, str]], tasks: Iterable[tuple[int, str]], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        fill(self.fields["co_quan"], [("", _("Mọi cơ quan")), *((str(pk), name) for pk, name in bodies)])
        named = [(str(pk), name) for pk, name in tasks]
        fill(self.fields["viec"], [("", _("Mọi nhiệm vụ")), (COMMON, _("Chung cho cả kế hoạch")), *named])

    def filters(self) -> MoneyFilters:
        """Return what makes sense of it."""
        task = self.asked("viec") or ""
        return MoneyFilters(
            year=self.asked("nam"),
            body_id=self.asked("co_quan") or None,
            task_id=int(task) if task.isdecimal() else None,
            common=task == COMMON,
        )
