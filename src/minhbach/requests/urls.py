"""Addresses of requests: officers' pages, and citizens' (`public_urls`)."""

from django.urls import path

from minhbach.requests.public_urls import urlpatterns as citizens
from minhbach.requests.views import (
    acts,
    answers,
    book_imports,
    books,
    cases,
    checking,
    counter,
    delivered,
    identity,
    mail_sorting,
    mails,
    reviews,
    writing,
)

app_name = "requests"
OFFICE = "lam-viec/yeu-cau/"
CASE = OFFICE + "<int:case_id>/"
BOOK_IMPORT = OFFICE + "so-theo-doi/nhap/<int:import_id>/"
MAIL = OFFICE + "thu/"

urlpatterns = [
    path(OFFICE, cases.cases, name="cases"),
    path(OFFICE + "nhan/", counter.take_in, name="take_in"),
    path(OFFICE + "so-theo-doi/", books.book, name="book"),
    path(OFFICE + "so-theo-doi/nhap/", book_imports.book_imports, name="book_imports"),
    path(BOOK_IMPORT + "cot/", book_imports.columns, name="book_columns"),
    path(BOOK_IMPORT + "xem-truoc/", book_imports.preview, name="book_preview"),
    path(BOOK_IMPORT + "hoan-tac/", book_imports.undo, name="undo_book"),
    path(BOOK_IMPORT + "bo/", book_imports.drop, name="drop_book"),
    path(OFFICE + "tai-khoan/", books.account, name="account"),
    path(MAIL, mails.mails, name="mails"),
    path(MAIL + "<int:mail_id>/", mails.mail, name="mail"),
    path(MAIL + "<int:mail_id>/la-yeu-cau/", mail_sorting.is_request, name="mail_request"),
    path(MAIL + "<int:mail_id>/thuoc-yeu-cau/", mail_sorting.into_case, name="mail_into_case"),
    path(MAIL + "<int:mail_id>/lay-ra/", mail_sorting.out_of_case, name="mail_out"),
    path(MAIL + "<int:mail_id>/so-giay-to/", identity.mail_identity, name="mail_identity"),
    path(MAIL + "<int:mail_id>/la-gop-y/", mail_sorting.is_feedback, name="mail_feedback"),
    path(MAIL + "<int:mail_id>/de-rieng/", mails.put_aside, name="mail_aside"),
    path(MAIL + "<int:mail_id>/lay-lai/", mails.take_back, name="mail_back"),
    path(CASE, cases.case, name="case"),
    path(CASE + "du-noi-dung/", checking.find_valid, name="find_valid"),
    path(CASE + "de-nghi-bo-sung/", checking.lacks, name="ask_supplement"),
    path(CASE + "bien-nhan/", counter.print_receipt, name="print_receipt"),
    path(CASE + "phieu-tiep-nhan/", counter.write_receipt, name="write_receipt"),
    path(CASE + "nhac/", acts.remind, name="remind"),
    path(CASE + "so-giay-to/", identity.identity, name="identity"),
    path(CASE + "viet/", writing.reply, name="reply"),
    path(CASE + "soan-tra-loi/", answers.prepare, name="prepare"),
    path(CASE + "tep/", answers.files, name="answer_files"),
    path(CASE + "tep/<int:file_id>/bo/", answers.take_out, name="take_file_out"),
    path(CASE + "duyet/", answers.approve, name="approve"),
    path(CASE + "gui-tra-loi/", answers.send, name="send_answer"),
    path(CASE + "gui-tra-loi/<int:delivery_id>/ma-moi/", answers.new_code, name="new_code"),
    path(CASE + "dua-vao-kho/", answers.publish, name="publish_answer"),
    path(CASE + "y-kien/", reviews.take_in, name="take_in_review"),
    path(CASE + "y-kien/<int:review_id>/nhan/", reviews.accept, name="accept_complaint"),
    path(CASE + "y-kien/<int:review_id>/tra-loi/", reviews.decide, name="decide_review"),
    path(CASE + "gui-nham/<int:delivery_id>/", reviews.mis_sent, name="mis_sent"),
    path(CASE + "gui-nham/<int:delivery_id>/da-xu-ly/", reviews.put_right, name="put_right"),
    *acts.addresses(CASE),
    path("yeu-cau/da-tra-loi/", books.disclosed, name="disclosed"),
    path("yeu-cau/nhan-thong-tin/", delivered.receive, name="receive"),
    path("yeu-cau/nhan-thong-tin/mo/", delivered.delivered, name="delivered"),
    path("yeu-cau/nhan-thong-tin/tep/<int:file_id>/", delivered.delivered_file, name="delivered_file"),
    *citizens,
]
