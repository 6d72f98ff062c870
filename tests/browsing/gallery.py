"""A page with every part of the shell, in Vietnamese of real length; only tests serve it."""

from datetime import UTC, date, datetime
from pathlib import Path
from types import SimpleNamespace

from django import forms
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template import RequestContext, Template
from django.urls import path

from minhbach.config import urls as product
from minhbach.foundation.form_fields import ThreeBoxDateField, UploadsField, VnDateField

LONG = "Ủy ban nhân dân phường Nguyễn Thị Minh Khai – Khu đô thị mới Bắc Sông Ẫm, tỉnh Thí Dụ"
ROWS = [
    ("3.1", "Xây dựng Quy chế nội bộ về tổ chức cung cấp thông tin theo yêu cầu của công dân", LONG, date(2027, 3, 31)),
    ("3.2", "Rà soát, lập và cập nhật Danh mục thông tin phải được công khai", "Sở Tư pháp", date(2026, 3, 5)),
    ("4", "Tuyên truyền, phổ biến Luật Tiếp cận thông tin cho người khuyết tật", "Sở Y tế", date(2026, 12, 1)),
]
GALLERY = Path(__file__).with_name("gallery.html")


class Sample(forms.Form):
    """One box of each kind, filled in wrongly where it can be."""

    name = forms.CharField(label="Họ và tên", help_text="Ghi như trên giấy tờ.")
    wish = forms.CharField(label="Thông tin cần tìm", widget=forms.Textarea, required=False)
    body = forms.ChoiceField(
        label="Gửi cơ quan nào?", choices=[("1", LONG), ("2", "Không rõ")], widget=forms.RadioSelect
    )
    place = forms.ChoiceField(label="Nơi cư trú", choices=[("1", LONG), ("2", "Xã Mẫu Hai")])
    channels = forms.MultipleChoiceField(
        label="Nhận bằng", choices=[("1", "Tải ở đây"), ("2", "Thư điện tử")], widget=forms.CheckboxSelectMultiple
    )
    due_on = VnDateField(label="Hạn trả lời")
    signed_on = VnDateField(label="Ngày ký")
    born_on = ThreeBoxDateField(label="Ngày sinh")
    papers = UploadsField(label="Giấy tờ kèm theo", size=20 * 1024 * 1024, kinds=("pdf", "docx"), required=False)
    seen = forms.BooleanField(label="Tôi đã xem bản sẽ đăng.")


class Filters(forms.Form):
    """Two filters."""

    nam = forms.IntegerField(label="Năm", required=False)
    co_quan = forms.CharField(label="Cơ quan", required=False)


def gallery(request: HttpRequest, shell_name: str) -> HttpResponse:
    """Show every part."""
    form = Sample(
        {"name": "", "due_on": "5 tháng 3 năm 2026", "signed_on": "31/2/2026", "born_on_ngay": "31", "place": "1"}
    )
    history = [
        SimpleNamespace(
            moment=datetime(2026, 10, 5, 7, 5, tzinfo=UTC),
            who="Lê Văn Thử",
            what="Nhận yêu cầu",
            ground="khoản 3 Điều 26",
        )
    ]
    values = {
        "shell_name": f"foundation/{shell_name}.html",
        "form": form,
        "filters": Filters(request.GET or None),
        "rows": ROWS,
        "long": LONG,
        "day": date(2026, 10, 19),
        "moment": datetime(2026, 10, 5, 7, 5, tzinfo=UTC),
        "page": Paginator(range(100), 20).page(2),
        "history": history,
    }
    return HttpResponse(Template(GALLERY.read_text(encoding="utf-8")).render(RequestContext(request, values)))


def plain(request: HttpRequest) -> HttpResponse:
    """Show a page of the house's own that needs no data."""
    return render(request, "foundation/404.html")


urlpatterns = [
    path("thanh-phan/<str:shell_name>/", gallery),
    *product.urlpatterns,
]
handler400, handler403, handler404, handler500 = (
    product.handler400,
    product.handler403,
    product.handler404,
    product.handler500,
)
