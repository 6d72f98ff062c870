"""Parse and normalise what people type into regulations; decide nothing."""

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from minhbach.agencies.forms import FocalPointListForm, TextField
from minhbach.domain.regulations import FieldKind, Model
from minhbach.foundation.form_fields import VnDateField
from minhbach.publication.actions.write_regulation import LONGEST_TEXT, LONGEST_VALUE, ArticleGiven
from minhbach.publication.announcements.announced import OpinionAnswer, Stance
from minhbach.publication.regulations.labels import ANSWERS, STANCES

VIETNAMESE = {"lang": "vi"}
LONGEST_REGULATION = 300_000
Choices = Iterable[tuple[Any, Any]]


class TextToBeginForm(forms.Form):
    """The text of a regulation that was issued elsewhere, pasted."""

    text = forms.CharField(
        label=_("Toàn văn quy chế"),
        max_length=LONGEST_REGULATION,
        help_text=_("Dán cả bản. Máy tách theo dòng “Chương …” và “Điều 1. …”."),
        widget=forms.Textarea(attrs={"rows": 12, **VIETNAMESE}),
        error_messages={"required": _("Dán toàn văn quy chế.")},
    )


class FillForm(forms.Form):
    """The places of the model that a regulation began with; the view hands the model in, None where there is none."""

    subject = TextField(
        label=_("Quy chế về việc gì"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2, **VIETNAMESE}),
        error_messages={"required": _("Ghi quy chế về việc gì.")},
    )
    revision = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, model: Model | None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.keys = [one.key for one in model.fields] if model else []
        for one in model.fields if model else ():
            more: dict[str, Any] = {"label": one.label, "help_text": one.help, "required": False}
            if one.kind is FieldKind.CHOICE:
                choices = [("", _("chưa chọn")), *((choice, choice) for choice in one.choices)]
                self.fields[one.key] = forms.ChoiceField(choices=choices, **more)
            elif one.kind is FieldKind.DAYS:
                box = forms.TextInput(attrs={"inputmode": "numeric"})
                self.fields[one.key] = TextField(max_length=3, widget=box, **more)
            else:
                box = forms.TextInput(attrs=VIETNAMESE)
                self.fields[one.key] = TextField(max_length=LONGEST_VALUE, widget=box, **more)

    def values(self) -> Mapping[str, str]:
        """Return what was filled in, by place."""
        return {key: self.cleaned_data[key] for key in self.keys}


class ArticleForm(forms.Form):
    """One article. The view says whether it is one of the model's, which can be left out."""

    chapter = TextField(
        label=_("Chương"), required=False, max_length=200, help_text=_("Tên chương, không ghi số."),
        widget=forms.TextInput(attrs=VIETNAMESE),
    )  # fmt: skip
    title = TextField(
        label=_("Tên điều"), max_length=300, help_text=_("Không ghi số: máy đánh số liên tục."),
        widget=forms.TextInput(attrs=VIETNAMESE), error_messages={"required": _("Ghi tên điều.")},
    )  # fmt: skip
    text = forms.CharField(
        label=_("Nội dung"),
        required=False,
        max_length=LONGEST_TEXT,
        help_text=_("Mỗi khoản, điểm một dòng. Chữ trong ngoặc nhọn là chỗ máy điền."),
        widget=forms.Textarea(attrs={"rows": 12, **VIETNAMESE}),
    )
    left_out = forms.BooleanField(label=_("Không đưa điều này vào quy chế"), required=False)
    reason = TextField(
        label=_("Lý do không đưa vào"), required=False, max_length=500, widget=forms.TextInput(attrs=VIETNAMESE),
        help_text=_("Bắt buộc với điều thuộc nội dung luật nêu."),
    )  # fmt: skip
    revision = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, of_model: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not of_model:
            del self.fields["left_out"], self.fields["reason"]

    def given(self) -> ArticleGiven:
        """Return what was written."""
        told = self.cleaned_data
        left_out, reason = told.get("left_out", False), told.get("reason", "")
        return ArticleGiven(told["chapter"], told["title"], told["text"], left_out, reason)


class QuestionForm(forms.Form):
    """Who is asked for an opinion, and until when. The view hands in the units and the people."""

    units = forms.TypedMultipleChoiceField(
        label=_("Đơn vị của cơ quan"), coerce=int, required=False, widget=forms.CheckboxSelectMultiple
    )
    people = forms.TypedMultipleChoiceField(
        label=_("Người của cơ quan"), coerce=int, required=False, widget=forms.CheckboxSelectMultiple
    )
    others = TextField(
        label=_("Cơ quan khác"), required=False, max_length=1000, widget=forms.TextInput(attrs=VIETNAMESE),
        help_text=_("Ghi tên đầy đủ như trong danh bạ, nhiều cơ quan thì cách nhau bằng dấu chấm phẩy."),
    )  # fmt: skip
    until_on = VnDateField(label=_("Góp ý đến hết ngày"), error_messages={"required": _("Ghi ngày cuối để góp ý.")})
    note = TextField(label=_("Lời nhắn"), required=False, max_length=500, widget=forms.TextInput(attrs=VIETNAMESE))
    revision = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, units: Choices, people: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, offered in (("units", list(units)), ("people", list(people))):
            field = self.fields[name]
            assert isinstance(field, forms.ChoiceField)
            field.choices = offered
            if not offered:
                del self.fields[name]


class OpinionForm(forms.Form):
    """An opinion of the whole or of an article. The view hands in the articles."""

    article = forms.TypedChoiceField(label=_("Góp ý về"), coerce=int, empty_value=None, required=False)
    stance = forms.TypedChoiceField(
        label=_("Ý kiến"), coerce=Stance, choices=list(STANCES.items()), widget=forms.RadioSelect,
        error_messages={"required": _("Chọn nhất trí hoặc đề nghị sửa.")},
    )  # fmt: skip
    text = forms.CharField(
        label=_("Nội dung ý kiến"), required=False, max_length=5000,
        help_text=_("Đề nghị sửa thì ghi rõ câu chữ đề nghị."), widget=forms.Textarea(attrs={"rows": 5, **VIETNAMESE}),
    )  # fmt: skip

    def __init__(self, *args: Any, articles: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["article"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [("", _("toàn bộ dự thảo")), *articles]


class AnswerForm(forms.Form):
    """What the drafter does with an opinion."""

    answer = forms.TypedChoiceField(
        label=_("Tiếp thu hay không"), coerce=OpinionAnswer, choices=list(ANSWERS.items()), widget=forms.RadioSelect,
        error_messages={"required": _("Chọn tiếp thu hay không.")},
    )  # fmt: skip
    text = forms.CharField(
        label=_("Giải trình"), required=False, max_length=5000,
        help_text=_("Không tiếp thu, hoặc chỉ tiếp thu một phần, thì ghi vì sao."),
        widget=forms.Textarea(attrs={"rows": 4, **VIETNAMESE}),
    )  # fmt: skip


class IssuedElsewhereForm(forms.Form):
    """The decision that issued it on paper."""

    number = TextField(
        label=_("Số, ký hiệu quyết định"), max_length=60, help_text=_("Ví dụ: 12/QĐ-UBND"),
        widget=forms.TextInput(attrs=VIETNAMESE), error_messages={"required": _("Ghi số, ký hiệu của quyết định.")},
    )  # fmt: skip
    decided_on = VnDateField(label=_("Ngày của quyết định"), error_messages={"required": _("Ghi ngày của quyết định.")})
    revision = forms.IntegerField(widget=forms.HiddenInput)


class ReturnForm(forms.Form):
    """Why it is written again."""

    reason = TextField(
        label=_("Vì sao đưa về soạn lại"), max_length=300, widget=forms.TextInput(attrs=VIETNAMESE),
        error_messages={"required": _("Ghi vì sao đưa về soạn lại.")},
    )  # fmt: skip


class StandingForm(FocalPointListForm):
    """What the list of who lacks a regulation is narrowed to."""

    co = forms.ChoiceField(label=_("Quy chế"), required=False)

    def __init__(self, *args: Any, standings: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["co"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [("", _("tất cả")), *standings]
