"""The address on which lines of the list of what is accessible under conditions go out."""

from django.urls import path

from minhbach.publication.views import lines

app_name = "lines"
urlpatterns = [path("lam-viec/cong-khai/danh-muc-co-dieu-kien/", lines.lines, name="lines")]
