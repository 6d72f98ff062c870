"""Addresses of senders' and everybody's pages: giving feedback, its receipt, following it, what was answered."""

from django.urls import path

from minhbach.outreach.views import following, public, sending

HOME = "gop-y/"
FOLLOW = HOME + "tra-cuu/"
OPENED = FOLLOW + "gop-y/"

urlpatterns = [
    path(HOME, public.home, name="home"),
    path(HOME + "gui/", sending.send, name="send"),
    path(HOME + "bien-nhan/", sending.receipt, name="receipt"),
    path(HOME + "bien-nhan.pdf", sending.receipt_file, name="receipt_file"),
    path(FOLLOW, following.follow, name="follow"),
    path(FOLLOW + "dong/", following.close, name="close_opened"),
    path(OPENED, following.opened, name="opened"),
    path(OPENED + "noi-them/", following.more, name="more"),
    path(OPENED + "rut/", following.withdraw, name="take_back"),
    path(OPENED + "hai-long/", following.contentment, name="contentment"),
    path(OPENED + "cong-khai/", following.agreement, name="agreement"),
    path(HOME + "so-lieu/", public.figures, name="figures"),
    path(HOME + "<int:feedback_id>/", public.answer, name="answer"),
]
