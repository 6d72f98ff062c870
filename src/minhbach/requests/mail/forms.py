"""What officers type about a mail that came in. Parses and normalises; decides nothing."""

from dataclasses import replace
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from minhbach.agencies.forms import TextField
from minhbach.intake.contracts import Delivery, Given, Way
from minhbach.intake.covering import covered
from minhbach.intake.mail.keeping import MailWords
from minhbach.intake.models import MailState, TakenMail
from minhbach.intake.rules import masked
from minhbach.publication.filter_forms import Filters
from minhbach.publication.forms import Choices
from minhbach.requests.asking.counter_forms import CounterForm

STATES = (
    (MailState.WAITING.value, _("Chờ xem")),
    (MailState.REQUEST.value, _("Là yêu cầu")),
    (MailState.IN_CASE.value, _("Thuộc yêu cầu đã có")),
    (MailState.FEEDBACK.value, _("Là góp ý, phản ánh")),
    (MailState.NOTHING.value, _("Để riêng")),
)


class MailFilterForm(Filters):
    """The question to the list of mails."""

    tim = TextField(label=_("Số biên nhận"), required=False, max_length=40)
    tinh_trang = forms.ChoiceField(label=_("Tình trạng"), required=False, choices=[("", _("Mọi tình trạng")), *STATES])
    may = forms.ChoiceField(
        label=_("Ai viết"),
        required=False,
        choices=[("", _("Mọi thư")), ("nguoi", _("Thư của người")), ("may", _("Thư tự động, bản tin"))],
    )


class MailRequestForm(CounterForm):
    """A request that came by e-mail: the mail's words and what it seems to say, for a person to confirm."""

    takes_number = forms.BooleanField(required=False, initial=True)

    def __init__(self, *args: Any, mails_number: str = "", **kwargs: Any) -> None:
        super().__init__(*args, bodies=(), limit=0, **kwargs)
        self.mails_number = mails_number
        if mails_number:
            words = _("Lấy số %(number)s mà thư ghi làm số giấy tờ của người yêu cầu")
            self.fields["takes_number"].label = words % {"number": masked(mails_number)}
            self.fields["takes_number"].help_text = _("Xem cả số: ở trang của thư, có ghi lại.")
            names = [name for name in self.fields if name != "takes_number"]
            place = names.index("identity_number") + 1
            self.order_fields([*names[:place], "takes_number", *names[place:]])
        else:
            del self.fields["takes_number"]
        for name in ("body", "way", "papers"):
            del self.fields[name]
        self.fields["sent_on"].label = _("Ngày thư tới máy chủ của cơ quan")
        self.fields["sent_on"].help_text = _(
            "Ngày gửi chọn luật áp dụng. Ngày người gửi tự ghi không chứng minh được gì."
        )
        self.fields["text"].help_text = _("Nguyên lời người yêu cầu; bỏ lời chào, chữ ký nếu muốn.")

    def given(self, files: tuple[Any, ...] = ()) -> Given:
        """Return what was confirmed; the mail's files are with its submission already."""
        self.cleaned_data["way"] = Way.EMAIL.value
        if self.cleaned_data.get("takes_number") and not self.cleaned_data.get("identity_number"):
            self.cleaned_data["identity_number"] = self.mails_number
        return replace(super().given(files), way=Way.EMAIL)


def initial_of(mail: TakenMail, words: MailWords) -> dict[str, Any]:
    """Return what the boxes begin with: proposals, each read by a person before it counts."""
    sender = words.proposed
    return {
        "sent_on": mail.arrived_on,
        "received_on": mail.arrived_on,
        "text": covered(words.text.strip() or words.subject),
        "name": sender.name,
        "address": sender.address,
        "telephone": sender.telephone,
        "email": words.address,
        "delivery": Delivery.EMAIL.value,
    }


class IntoCaseForm(forms.Form):
    """Which case a mail belongs to."""

    number = TextField(
        label=_("Số yêu cầu"),
        max_length=40,
        help_text=_("Ví dụ: 2026-00412."),
        error_messages={"required": _("Ghi số của yêu cầu mà thư này thuộc về.")},
    )


class FeedbackKindForm(forms.Form):
    """What kind of feedback a mail is."""

    kind = forms.ChoiceField(
        label=_("Thư nói về"),
        widget=forms.RadioSelect,
        error_messages={"required": _("Chọn thư nói về điều gì.")},
    )

    def __init__(self, *args: Any, kinds: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["kind"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = list(kinds)
