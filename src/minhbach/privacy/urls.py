"""Addresses of personal data: officers' pages, and one's own data."""

from django.urls import path

from minhbach.privacy.views import breach_acts, breaches, matters, own, upcoming, wishes

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
    path(BREACHES + "moi/", breach_acts.begin, name="breach_new"),
    path(BREACH, breaches.breach, name="breach"),
    path(BREACH + "sua/", breach_acts.change, name="breach_change"),
    path(BREACH + "da-bao/", breach_acts.told, name="breach_told"),
    path(BREACH + "cong-van/", breach_acts.letter, name="breach_letter"),
    path(BREACH + "dong/", breach_acts.close, name="breach_close"),
    path(OWN, own.own_data, name="own"),
    path(OWN + "de-nghi/<slug:kind>/", own.ask, name="ask"),
    path(OWN + "ban-sao.json", own.as_data, name="own_json"),
    path(OWN + "ban-sao.pdf", own.as_paper, name="own_pdf"),
]
