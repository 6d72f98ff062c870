"""What is typed about costs. Parses and normalises; sums are counted by the domain."""

from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from minhbach.agencies.forms import TextField
from minhbach.domain.costs import CostLine, exemptions_of, prices_of, shares_of
from minhbach.domain.statutes import Statute
from minhbach.domain.statutes.values import State
from minhbach.foundation import clock
from minhbach.foundation.form_fields import VnDateField
from minhbach.foundation.writing import number_written
from minhbach.requests.contracts import PaidWay

DIGITS = {"inputmode": "numeric", "autocomplete": "off"}


class CostForm(forms.Form):
    """How much of what has a price; a box for each price of the statute."""

    postage = forms.IntegerField(
        label=_("Tiền gửi bưu chính (đồng)"),
        required=False,
        min_value=0,
        help_text=_("Theo giá cước bưu chính công ích. Gửi qua mạng, fax: không mất tiền gửi."),
        widget=forms.TextInput(attrs=DIGITS),
    )
    share = forms.ChoiceField(label=_("Giảm theo địa bàn"), required=False)
    exempt = forms.ChoiceField(label=_("Miễn"), required=False)
    pay_by = VnDateField(label=_("Thanh toán chậm nhất ngày"), error_messages={"required": _("Ghi hạn thanh toán.")})

    def __init__(self, *args: Any, law: Statute, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.prices = prices_of(law)
        for price in self.prices:
            doubt = gettext("Mức giá chưa kiểm chứng: xem lại phụ lục.") if price.state is State.UNVERIFIED else ""
            unit = price.unit.replace("VND", gettext("đồng"))
            self.fields[price.key] = forms.IntegerField(
                label=price.words,
                required=False,
                min_value=0,
                help_text=f"{number_written(price.amount or 0)} {unit}. {doubt}".strip(),
                widget=forms.TextInput(attrs=DIGITS),
            )
        self._offer("share", _("Không giảm"), [(one.key, f"{one.amount}%: {one.words}") for one in shares_of(law)])
        self._offer("exempt", _("Không miễn"), [(one.key, one.words) for one in exemptions_of(law)])
        self.order_fields([*(price.key for price in self.prices), "postage", "share", "exempt", "pay_by"])

    def _offer(self, name: str, nothing: Any, choices: list[tuple[str, str]]) -> None:
        if not choices:
            self.fields[name].widget = forms.HiddenInput()
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [("", nothing), *choices]

    def clean(self) -> dict[str, Any]:
        """Return with the lines that were counted."""
        given: dict[str, Any] = super().clean() or {}
        given["lines"] = [CostLine(one.key, given[one.key]) for one in self.prices if given.get(one.key)]
        given["postage"] = given.get("postage") or 0
        return given


class PaidForm(forms.Form):
    """That a cost was paid."""

    paid_on = VnDateField(label=_("Ngày thanh toán"), error_messages={"required": _("Ghi ngày thanh toán.")})
    way = forms.ChoiceField(
        label=_("Cách thanh toán"),
        widget=forms.RadioSelect,
        choices=[
            (PaidWay.TRANSFER.value, _("Chuyển khoản")),
            (PaidWay.CASH.value, _("Tiền mặt")),
            (PaidWay.TREASURY.value, _("Nộp tại kho bạc")),
        ],
        error_messages={"required": _("Chọn cách thanh toán.")},
    )
    receipt = TextField(
        label=_("Số biên lai hoặc mã giao dịch"),
        max_length=60,
        error_messages={"required": _("Ghi số biên lai, hoặc mã giao dịch.")},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["paid_on"].initial = clock.today()


class AccountForm(forms.Form):
    """The account that requesters pay into."""

    bank = TextField(label=_("Mã ngân hàng (BIN, 6 chữ số)"), max_length=6, help_text=_("Ví dụ 970400."))
    bank_name = TextField(label=_("Tên ngân hàng"), max_length=120)
    number = TextField(label=_("Số tài khoản"), max_length=30)
    holder = TextField(label=_("Chủ tài khoản"), max_length=200)
    treasury = TextField(
        label=_("Cơ quan quản lý thu, kho bạc"), required=False, max_length=300,
        help_text=_("Ghi như trên Phiếu giải quyết yêu cầu."),
    )  # fmt: skip
