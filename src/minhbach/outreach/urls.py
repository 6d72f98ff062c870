"""Addresses of feedback: officers' pages, and everybody's (`public_urls`)."""

from django.urls import path

from minhbach.outreach.public_urls import urlpatterns as everybodys
from minhbach.outreach.views import acts, carrying, counter, denouncing, identity, office, office_figures, publishing

app_name = "outreach"
OFFICE = "lam-viec/gop-y/"
ONE = OFFICE + "<int:feedback_id>/"

urlpatterns = [
    path(OFFICE, office.feedback_list, name="list"),
    path(OFFICE + "nhan/", counter.take_in, name="take_in"),
    path(OFFICE + "thoi-han/", counter.term, name="term"),
    path(OFFICE + "so-lieu/", office_figures.figures, name="office_figures"),
    path(OFFICE + "giu-kin/", office.confidential, name="confidential"),
    path(OFFICE + "tu-yeu-cau/<int:case_id>/", denouncing.denounce_case, name="denounce_case"),
    path(ONE, office.feedback, name="feedback"),
    path(ONE + "so-giay-to/", identity.identity, name="identity"),
    path(ONE + "bien-nhan/", acts.print_receipt, name="print_receipt"),
    path(ONE + "cong-van/", acts.draft_letter, name="draft_letter"),
    path(ONE + "vuong-mac/", carrying.carry_up, name="carry_up"),
    path(ONE + "trinh-cong-khai/", publishing.submit, name="submit"),
    path(ONE + "lay-lai/", publishing.take_back, name="take_back_submission"),
    path(ONE + "duyet-cong-khai/", publishing.approve, name="approve"),
    path(ONE + "rut-cong-khai/", publishing.withdraw, name="withdraw"),
    *acts.addresses(ONE),
    *everybodys,
]
