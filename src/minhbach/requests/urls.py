"""Addresses of requests: officers' pages."""

from django.urls import path

from minhbach.requests.views import cases, checking

app_name = "requests"
OFFICE = "lam-viec/yeu-cau/"
CASE = OFFICE + "<int:case_id>/"

urlpatterns = [
    path(OFFICE, cases.cases, name="cases"),
    path(CASE, cases.case, name="case"),
    path(CASE + "du-noi-dung/", checking.find_valid, name="find_valid"),
    path(CASE + "de-nghi-bo-sung/", checking.lacks, name="ask_supplement"),
]
