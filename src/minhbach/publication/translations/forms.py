"""Parse and normalise what people type of texts in other languages; decide nothing."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from minhbach.agencies.forms import TextField
from minhbach.publication.filter_forms import Filters
from minhbach.publication.forms import VIETNAMESE, Choices
from minhbach.publication.labels import TRANSLATION_STATES
from minhbach.publication.queries.translations import TranslationFilters


class LanguageForm(forms.Form):
    """In which language a text is added."""

    language = forms.ChoiceField(label=_("Ngôn ngữ"), error_messages={"required": _("Chọn ngôn ngữ.")})

    def __init__(self, *args: Any, languages: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["language"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = list(languages)


class OwnTextForm(LanguageForm):
    """For which of the officer's agencies, and in which language."""

    body = forms.TypedChoiceField(label=_("Cơ quan"), coerce=int)

    def __init__(self, *args: Any, bodies: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["body"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = list(bodies)


class TranslationForm(forms.Form):
    """The text itself. Which language it is in, its boxes say to the reader's software."""

    revision = forms.IntegerField(widget=forms.HiddenInput)
    title = forms.CharField(
        label=_("Tên bằng ngôn ngữ ấy"), max_length=1000, error_messages={"required": _("Ghi tên bằng ngôn ngữ ấy.")}
    )
    text = forms.CharField(
        label=_("Nội dung"),
        max_length=200_000,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 16}),
        error_messages={"required": _("Ghi nội dung.")},
    )
    translator = TextField(
        label=_("Đơn vị dịch"),
        max_length=300,
        help_text=_("Tên cơ quan, đơn vị; không ghi tên người."),
        widget=forms.TextInput(attrs=VIETNAMESE),
        error_messages={"required": _("Ghi đơn vị dịch.")},
    )

    def __init__(self, *args: Any, language: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("title", "text"):
            self.fields[name].widget.attrs["lang"] = language


class TranslationApproveForm(forms.Form):
    """The approver's statement to have looked at the text as it stands."""

    revision = forms.IntegerField(widget=forms.HiddenInput)
    seen = forms.BooleanField(
        label=_("Tôi đã xem bản dịch; người biết ngôn ngữ này đã đọc, không có bí mật nhà nước, dữ liệu cá nhân."),
        error_messages={"required": _("Đánh dấu “Tôi đã xem bản dịch” trước khi duyệt.")},
    )


class TranslationFilterForm(Filters):
    """The question to the list."""

    ngon_ngu = forms.ChoiceField(label=_("Ngôn ngữ"), required=False)
    tinh_trang = forms.ChoiceField(
        label=_("Tình trạng"), required=False, choices=[("", _("Mọi tình trạng")), *TRANSLATION_STATES.items()]
    )

    def __init__(self, *args: Any, languages: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._offer("ngon_ngu", _("Mọi ngôn ngữ"), languages)

    def filters(self) -> TranslationFilters:
        """Return what makes sense of the question."""
        return TranslationFilters(self.asked("ngon_ngu") or "", self.asked("tinh_trang") or "")
