"""Addresses under which something is taken out of files: marked, handed on, taken out, approved, told."""

from django.urls import path

from minhbach.publication.views import redaction_record, redaction_steps, redactions

app_name = "redaction"
OFFICE = "lam-viec/che-thong-tin/"
ONE = OFFICE + "<int:redaction_id>/"

urlpatterns = [
    path(OFFICE, redactions.redactions, name="redactions"),
    path(OFFICE + "<slug:kind>/<int:subject_id>/<int:file_id>/", redactions.begin, name="begin"),
    path(ONE, redactions.redaction, name="redaction"),
    path(ONE + "chuyen/", redaction_steps.hand_on, name="hand_on"),
    path(ONE + "lay-lai/", redaction_steps.take_back, name="take_back"),
    path(ONE + "tra-lai/", redaction_steps.send_back, name="send_back"),
    path(ONE + "che/", redaction_steps.apply, name="apply"),
    path(ONE + "duyet/", redaction_steps.approve, name="approve"),
    path(ONE + "bo/", redaction_steps.drop, name="drop"),
    path(ONE + "trang-<int:number>.png", redaction_record.picture, name="picture"),
    path(ONE + "bien-ban.<slug:file_type>", redaction_record.minutes, name="minutes"),
]
