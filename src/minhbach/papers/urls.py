"""Addresses of letters, all of them officers' pages."""

from django.urls import path

from minhbach.papers.views import acts, book, letters

app_name = "papers"
OFFICE = "lam-viec/cong-van/"
LETTER = OFFICE + "<int:letter_id>/"

urlpatterns = [
    path(OFFICE, letters.letters, name="letters"),
    path(OFFICE + "moi/", acts.new_letter, name="new_letter"),
    path(OFFICE + "so-dang-ky/", book.book, name="book"),
    path(LETTER, letters.letter, name="letter"),
    path(LETTER + "sua/", acts.change, name="change_letter"),
    path(LETTER + "cap-so/", acts.number, name="number_letter"),
    path(LETTER + "ban-ky/", acts.scan, name="signed_scan"),
    path(LETTER + "bo/", acts.drop, name="drop_letter"),
    path(LETTER + "ban-in/", letters.letter_print, name="letter_print"),
    path(LETTER + "van-ban.docx", letters.letter_docx, name="letter_docx"),
    path(LETTER + "van-ban.pdf", letters.letter_pdf, name="letter_pdf"),
]
