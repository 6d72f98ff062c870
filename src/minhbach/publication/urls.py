"""Addresses of the gate: officers' pages, and where the public says that something is wrong."""

from django.urls import path

from minhbach.publication.translations.urls import urlpatterns as translations
from minhbach.publication.views import (
    channel_files,
    channels,
    gate,
    items,
    personal,
    petitions,
    public,
    publishers,
    secrets,
    terms,
    to_do,
)

app_name = "publication"
OFFICE = "lam-viec/cong-khai/"
ITEM = OFFICE + "<int:item_id>/"

urlpatterns = [
    path(OFFICE, items.items, name="items"),
    path(OFFICE + "viec-can-lam/", to_do.to_do, name="to_do"),
    path(ITEM, items.item, name="item"),
    path(ITEM + "kiem-tra/", gate.screen, name="screen"),
    path(ITEM + "du-lieu-ca-nhan/", gate.findings, name="findings"),
    path(ITEM + "trinh/", gate.submit, name="submit"),
    path(ITEM + "lay-lai/", gate.take_back, name="take_back"),
    path(ITEM + "duyet/", gate.approve, name="approve"),
    path(ITEM + "tra-lai/", gate.send_back, name="send_back"),
    path(ITEM + "rut/", gate.withdraw, name="withdraw"),
    path(ITEM + "het-thoi-han/", terms.term, name="term"),
    path(ITEM + "noi-dang/", channels.channels, name="channels"),
    path(OFFICE + "noi-dang/<int:channel_id>/", channels.channel, name="channel"),
    path(OFFICE + "noi-dang/<int:channel_id>/tep/", channel_files.new_file, name="new_channel_file"),
    path(OFFICE + "noi-dang/tep/<int:channel_file_id>/gach/", channel_files.strike_file, name="strike_channel_file"),
    path(OFFICE + "noi-dang/<int:channel_id>/bien-ban-<slug:paper>.<slug:file_type>", channels.minutes, name="minutes"),
    path(OFFICE + "tep-co-dau-mat/", secrets.secrets, name="secrets"),
    path(OFFICE + "tep-co-dau-mat/<int:finding_id>/", secrets.secret, name="secret"),
    path(OFFICE + "tep-co-dau-mat/<int:finding_id>/bien-ban.<slug:file_type>", secrets.minutes, name="secret_minutes"),
    path(OFFICE + "kien-nghi/", petitions.petitions, name="petitions"),
    path(OFFICE + "kien-nghi/<int:petition_id>/", petitions.petition, name="petition"),
    path(ITEM + "kien-nghi/", petitions.new_petition, name="new_petition"),
    path(ITEM + "yeu-cau-dinh-chinh/", publishers.new_request, name="new_request"),
    path(OFFICE + "yeu-cau-dinh-chinh/", publishers.publisher_requests, name="publisher_requests"),
    path(OFFICE + "du-lieu-ca-nhan/", personal.personal_data, name="personal_data"),
    path(OFFICE + "yeu-cau-dinh-chinh/<int:request_id>/", publishers.publisher_request, name="publisher_request"),
    path("thong-tin/<slug:public_id>/bao-sai/", public.report_wrong, name="report_wrong"),
    *translations,
]
