"""Parse and normalise what people type about batches, scans and the roadmap; decide nothing."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from minhbach.agencies.forms import TextField
from minhbach.digitisation.contracts import BatchFacts
from minhbach.domain.reading.head.marks import DEGREES
from minhbach.foundation.form_fields import UploadField, UploadsField, VnDateField
from minhbach.register.contracts import PaperPlace
from minhbach.register.forms import VIETNAMESE, Choices, fill, offer_bodies


class BatchForm(forms.Form):
    """What a batch is called, where its paper lies, and which line of the roadmap it carries out."""

    version = forms.IntegerField(widget=forms.HiddenInput, required=False)
    title = TextField(
        label=_("Tên lô"),
        required=False,
        max_length=200,
        help_text=_("Ví dụ: Quyết định năm 2019."),
        widget=forms.TextInput(attrs=VIETNAMESE),
    )
    store = TextField(label=_("Kho"), required=False, max_length=60)
    shelf = TextField(label=_("Giá"), required=False, max_length=60)
    box = TextField(label=_("Hộp"), required=False, max_length=60)
    folder = TextField(label=_("Hồ sơ"), required=False, max_length=60)
    roadmap = forms.TypedChoiceField(label=_("Thuộc dòng lộ trình"), required=False, coerce=int, empty_value=None)

    def __init__(self, *args: Any, roadmap: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fill(self.fields["roadmap"], [("", _("(không thuộc dòng nào)")), *roadmap])

    def facts(self) -> BatchFacts:
        """Return what was typed."""
        given = self.cleaned_data
        place = PaperPlace(*(given[name] for name in ("store", "shelf", "box", "folder")))
        return BatchFacts(title=given["title"], place=place, roadmap_id=given["roadmap"])


class NewBatchForm(BatchForm):
    """A batch to open, with its first files."""

    body = forms.TypedChoiceField(label=_("Hồ sơ của"), coerce=int)
    scans = UploadsField(label=_("Tệp quét"), size=settings.UPLOAD_LIMIT)
    field_order = ("version", "body", "scans", "title")

    def __init__(self, *args: Any, bodies: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer_bodies(self.fields["body"], bodies)


class FilesForm(forms.Form):
    """More files for a batch."""

    scans = UploadsField(label=_("Tệp quét"), size=settings.UPLOAD_LIMIT)


class FileForm(forms.Form):
    """A better scan of the same paper."""

    scan = UploadField(label=_("Tệp quét lại"), size=settings.UPLOAD_LIMIT, error_messages={"required": _("Chọn tệp.")})


class MarkForm(forms.Form):
    """Which mark of secrecy a person sees."""

    mark = forms.ChoiceField(
        label=_("Dấu đóng trên văn bản"),
        choices=[(one, one) for one in DEGREES],
        widget=forms.RadioSelect,
        error_messages={"required": _("Chọn dấu độ mật đóng trên văn bản.")},
    )


class MinutesForm(forms.Form):
    """What became of the paper whose scan was taken away."""

    paper_note = TextField(
        label=_("Bản giấy đã được xử lý thế nào"),
        max_length=500,
        help_text=_("Ví dụ: rút khỏi hộp 12, giao văn thư giữ theo chế độ mật. Không chép nội dung văn bản."),
        widget=forms.Textarea(attrs={"rows": 3, **VIETNAMESE}),
        error_messages={"required": _("Ghi bản giấy đã được xử lý thế nào.")},
    )


class EmptyForm(forms.Form):
    """Nothing to type: the act alone is confirmed."""


class RoadmapForm(forms.Form):
    """A line of the roadmap."""

    version = forms.IntegerField(widget=forms.HiddenInput, required=False)
    body = forms.TypedChoiceField(label=_("Cơ quan"), coerce=int)
    title = TextField(
        label=_("Phần hồ sơ"),
        max_length=200,
        help_text=_("Ví dụ: Quyết định, công văn về đất đai."),
        widget=forms.TextInput(attrs=VIETNAMESE),
        error_messages={"required": _("Ghi phần hồ sơ nào.")},
    )
    from_year = forms.IntegerField(label=_("Từ năm"), min_value=1900, max_value=2100)
    until_year = forms.IntegerField(label=_("Đến hết năm"), min_value=1900, max_value=2100)
    letter = forms.ChoiceField(
        label=_("Điểm khoản 1 Điều 17"),
        required=False,
        help_text=_("Khi phần hồ sơ ứng với một điểm trong lịch công khai thông tin tồn đọng."),
    )
    boxes = forms.IntegerField(label=_("Số hộp"), min_value=0, max_value=100_000, required=False)
    pages = forms.IntegerField(label=_("Số trang, ước tính"), min_value=0, max_value=100_000_000, required=False)
    due_on = VnDateField(label=_("Xong trước hoặc trong ngày"))

    def __init__(self, *args: Any, bodies: Choices, letters: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer_bodies(self.fields["body"], bodies)
        fill(self.fields["letter"], [("", _("Mọi điểm")), *letters])
        for name in ("from_year", "until_year", "boxes", "pages"):
            self.fields[name].widget = forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"})

    def clean(self) -> dict[str, Any]:
        """Ask for years in their order, and for something to count by."""
        given = super().clean() or {}
        first, last = given.get("from_year"), given.get("until_year")
        if first and last and first > last:
            self.add_error("until_year", _("Năm cuối không thể trước năm đầu."))
        if not self.errors and not given.get("boxes") and not given.get("pages"):
            self.add_error("pages", _("Ghi số hộp hoặc số trang, để tính được tiến độ."))
        return given


def choices_of_lines(lines: Iterable[Any]) -> list[tuple[int, str]]:
    """Return the lines of a roadmap to choose from."""
    return [(line.pk, f"{line.title}, {line.from_year}–{line.until_year}") for line in lines]
