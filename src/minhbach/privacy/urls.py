"""Addresses of personal data: officers' pages, and one's own data."""

from django.urls import path

from minhbach.privacy.views import breaches, matters, own, upcoming, wishes

app_name = "privacy"
OFFICE = "lam-viec/du-lieu-ca-nhan/"
MATTER = OFFICE + "<int:submission_id>/"
BREACHES = OFFICE + "su-co/"
BREACH = BREACHES + "<int:breach_id>/"
OWN = "du-lieu-cua-toi/"

urlpatterns = [
    path(OFFICE, upcoming.upcoming_erasures, name="upcoming"),
    path(OFFICE + "bien-ban/", upcoming.erasures, name="erasures"),
    path(OFFICE + "de-nghi/", wishes.wishes, name="wishes"),
    path(OFFICE + "de-nghi/<int:wish_id>/", wishes.wish, name="wish"),
    path(MATTER, matters.matter, name="matter"),
    path(MATTER + "giu/", matters.hold, name="hold"),
    path(MATTER + "giu/<int:hold_id>/thoi/", matters.lift, name="lift_hold"),
    path(BREACHES, breaches.breaches, name="breaches"),
    path(BREACHES + "moi/", breaches.begin, name="breach_new"),
    path(BREACH, breaches.breach, name="breach"),
    path(BREACH + "sua/", breaches.change, name="breach_change"),
    path(BREACH + "da-bao/", breaches.told, name="breach_told"),
    path(BREACH + "cong-van/", breaches.letter, name="breach_letter"),
    path(BREACH + "dong/", breaches.close, name="breach_close"),
    path(OWN, own.own_data, name="own"),
    path(OWN + "de-nghi/<slug:kind>/", own.ask, name="ask"),
    path(OWN + "ban-sao.json", own.as_data, name="own_json"),
    path(OWN + "ban-sao.pdf", own.as_paper, name="own_pdf"),
]
