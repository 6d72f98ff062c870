"""Addresses of requests: officers' pages."""

from django.urls import path

from minhbach.requests.views import acts, answers, cases, checking, reviews

app_name = "requests"
OFFICE = "lam-viec/yeu-cau/"
CASE = OFFICE + "<int:case_id>/"

urlpatterns = [
    path(OFFICE, cases.cases, name="cases"),
    path(CASE, cases.case, name="case"),
    path(CASE + "du-noi-dung/", checking.find_valid, name="find_valid"),
    path(CASE + "de-nghi-bo-sung/", checking.lacks, name="ask_supplement"),
    path(CASE + "nhac/", acts.remind, name="remind"),
    path(CASE + "soan-tra-loi/", answers.prepare, name="prepare"),
    path(CASE + "tep/", answers.files, name="answer_files"),
    path(CASE + "tep/<int:file_id>/bo/", answers.take_out, name="take_file_out"),
    path(CASE + "duyet/", answers.approve, name="approve"),
    path(CASE + "gui-tra-loi/", answers.send, name="send_answer"),
    path(CASE + "dua-vao-kho/", answers.publish, name="publish_answer"),
    path(CASE + "y-kien/", reviews.take_in, name="take_in_review"),
    path(CASE + "y-kien/<int:review_id>/nhan/", reviews.accept, name="accept_complaint"),
    path(CASE + "y-kien/<int:review_id>/tra-loi/", reviews.decide, name="decide_review"),
    path(CASE + "gui-nham/<int:delivery_id>/", reviews.mis_sent, name="mis_sent"),
    path(CASE + "gui-nham/<int:delivery_id>/da-xu-ly/", reviews.put_right, name="put_right"),
    *acts.addresses(CASE),
]
