"""Addresses of citizens' pages: making a request, its receipt, following it."""

from django.urls import path

from minhbach.requests.views import asking, following, following_acts, receipts, secret_by_mail, service_portal

NEW = "yeu-cau/moi/"
FOLLOW = "yeu-cau/tra-cuu/"
OPENED = FOLLOW + "yeu-cau/"

urlpatterns = [
    path("lien-thong/dich-vu-cong/yeu-cau/", service_portal.service_portal, name="service_portal"),
    path(NEW, asking.ask, name="ask"),
    path(NEW + "<int:step>/", asking.ask_step, name="ask_step"),
    path(NEW + "bo/", asking.drop_draft, name="drop_draft"),
    path("yeu-cau/bien-nhan/", receipts.receipt, name="receipt"),
    path("yeu-cau/bien-nhan.pdf", receipts.receipt_file, name="receipt_file"),
    path(FOLLOW, following.follow, name="follow"),
    path(FOLLOW + "dong/", following.close, name="close"),
    path("yeu-cau/ma-tra-cuu/", secret_by_mail.secret_by_mail, name="secret_by_mail"),
    path(OPENED, following.opened, name="opened"),
    path(OPENED + "bo-sung/", following_acts.supplement, name="supplement_own"),
    path(OPENED + "rut/", following_acts.withdraw, name="withdraw_own"),
    path(OPENED + "hoi/", following_acts.question, name="question"),
    path(OPENED + "hai-long/", following_acts.contentment, name="contentment"),
]
