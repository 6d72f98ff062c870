"""Addresses of requests: officers' pages, and citizens' (`public_urls`)."""

from django.urls import path

from minhbach.requests.public_urls import urlpatterns as citizens
from minhbach.requests.views import cases, checking, writing

app_name = "requests"
OFFICE = "lam-viec/yeu-cau/"
CASE = OFFICE + "<int:case_id>/"

urlpatterns = [
    path(OFFICE, cases.cases, name="cases"),
    path(CASE, cases.case, name="case"),
    path(CASE + "du-noi-dung/", checking.find_valid, name="find_valid"),
    path(CASE + "de-nghi-bo-sung/", checking.lacks, name="ask_supplement"),
    path(CASE + "viet/", writing.reply, name="reply"),
    *citizens,
]
