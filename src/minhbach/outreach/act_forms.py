"""What officers type about feedback, a form an act. Parses and normalises; decides nothing."""

from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from minhbach.agencies.forms import TextField
from minhbach.foundation import clock
from minhbach.outreach.contracts import ClosedWhy
from minhbach.outreach.labels import CLOSED_LABELS
from minhbach.publication.forms import Choices
from minhbach.requests.suggesting import agencies_called

VIETNAMESE = {"lang": "vi"}


def words_field(label: Any, *, required: Any, help_text: Any = "", rows: int = 5) -> forms.CharField:
    """Return a box for words of several lines; `required` is what is said where it stays empty."""
    return forms.CharField(
        label=label,
        max_length=10_000,
        help_text=help_text,
        widget=forms.Textarea(attrs={"rows": rows, **VIETNAMESE}),
        error_messages={"required": required},
    )


class NothingForm(forms.Form):
    """An act that needs no word."""


class AnswerForm(forms.Form):
    """The answer."""

    answer = words_field(
        _("Trả lời"),
        required=_("Ghi câu trả lời: đã xem gì, làm gì, khi nào xong."),
        help_text=_("Đã xem gì, làm gì, khi nào xong; nếu không làm thì vì sao."),
        rows=8,
    )


class AssignForm(forms.Form):
    """Who deals with it. The view hands in the people."""

    person = forms.TypedChoiceField(
        label=_("Người giải quyết"),
        coerce=int,
        error_messages={"required": _("Chọn người giải quyết trong danh sách.")},
    )
    note = TextField(label=_("Ghi chú nội bộ"), required=False, max_length=500, help_text=_("Người góp ý không thấy."))

    def __init__(self, *args: Any, people: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["person"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [("", gettext("Chọn một người")), *people]


class AskForm(forms.Form):
    """What is asked of the sender."""

    words = words_field(_("Điều muốn hỏi người góp ý"), required=_("Ghi điều muốn hỏi người góp ý."))


class SaidForm(forms.Form):
    """What the sender said at the counter or by telephone."""

    words = words_field(_("Lời người góp ý nói thêm"), required=_("Ghi lời người góp ý nói thêm."))


class GiveOverForm(forms.Form):
    """Which body here deals with it from now on, by its name."""

    to_body = forms.ChoiceField(label=_("Trong những cơ quan tìm thấy"), required=False, widget=forms.RadioSelect)
    called = TextField(
        label=_("Tên cơ quan nhận"),
        required=False,
        max_length=200,
        help_text=_("Ví dụ: Sở Tư pháp, phường Mẫu Một. Không cần gõ dấu."),
        widget=forms.TextInput(attrs=VIETNAMESE),
    )
    words = words_field(
        _("Vì sao chuyển"), required=_("Ghi vì sao chuyển: người góp ý đọc được."), help_text=_("Người góp ý đọc được.")
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._found = agencies_called(str(self.data.get("called", "")), on=clock.today()) if self.is_bound else ()
        if len(self._found) > 1:
            field = self.fields["to_body"]
            assert isinstance(field, forms.ChoiceField)
            field.choices = [(str(one.id), one.full_name) for one in self._found]
        else:
            del self.fields["to_body"]

    def clean(self) -> dict[str, Any]:
        """Say which body is meant, or what still has to be said."""
        told = super().clean() or {}
        if len(self._found) == 1:
            told["to_body"] = self._found[0].id
        elif told.get("to_body"):
            told["to_body"] = int(told["to_body"])
        elif self._found:
            self.add_error("to_body", gettext("Chọn một cơ quan trong những cơ quan tìm thấy."))
        else:
            self.add_error(
                "called", gettext("Không có cơ quan nào tên này ở đây. Xem lại, hoặc dùng “Chuyển nơi khác”.")
            )
        return told


class SendOnForm(forms.Form):
    """Where else it went."""

    to = TextField(
        label=_("Đã chuyển tới"),
        max_length=300,
        help_text=_("Tên cơ quan có thẩm quyền, số công văn chuyển nếu có."),
        widget=forms.TextInput(attrs=VIETNAMESE),
        error_messages={"required": _("Ghi cơ quan đã chuyển tới.")},
    )
    words = words_field(_("Lời gửi người góp ý"), required=_("Ghi cho người góp ý biết: chuyển tới đâu, hỏi ở đâu."))


class JoinForm(forms.Form):
    """Which other feedback says the same."""

    number = TextField(
        label=_("Số góp ý kia"),
        max_length=20,
        help_text=_("Ví dụ: 2026-00412. Câu trả lời của góp ý kia gửi luôn cho người này."),
        error_messages={"required": _("Ghi số góp ý kia.")},
    )
    note = TextField(label=_("Ghi chú nội bộ"), required=False, max_length=500, help_text=_("Người góp ý không thấy."))


class CloseForm(forms.Form):
    """Why nothing is answered."""

    why = forms.ChoiceField(
        label=_("Vì sao đóng"),
        choices=list(CLOSED_LABELS.items()),
        widget=forms.RadioSelect,
        error_messages={"required": _("Chọn vì sao đóng.")},
    )
    words = words_field(
        _("Lý do"), required=_("Ghi lý do đóng: người góp ý đọc được."), help_text=_("Người góp ý đọc được.")
    )

    def clean_why(self) -> ClosedWhy:
        """Return the reason."""
        return ClosedWhy(self.cleaned_data["why"])


class ReopenForm(forms.Form):
    """Why it is taken up again."""

    words = words_field(
        _("Vì sao mở lại"), required=_("Ghi lý do mở lại: người góp ý đọc được."), help_text=_("Người góp ý đọc được.")
    )
