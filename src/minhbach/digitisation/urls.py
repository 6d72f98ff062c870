"""Addresses of digitisation, all of them officers' pages."""

from django.urls import path

from minhbach.digitisation.views import acts, batches, check, roadmap, secrets, steering

app_name = "digitisation"
OFFICE = "lam-viec/so-hoa/"
BATCH = OFFICE + "lo/<int:batch_id>/"
SCAN = OFFICE + "ban-quet/<int:scan_id>/"
ROADMAP = OFFICE + "lo-trinh/"

urlpatterns = [
    path(OFFICE, batches.batches, name="batches"),
    path(OFFICE + "lo/moi/", steering.new_batch, name="new_batch"),
    path(BATCH, batches.batch, name="batch"),
    path(BATCH + "bao-cao/", batches.batch_report, name="batch_report"),
    path(BATCH + "them/", steering.add_files, name="add_files"),
    path(BATCH + "sua/", steering.change, name="change_batch"),
    path(BATCH + "dung/", steering.pause, name="pause_batch"),
    path(BATCH + "tiep/", steering.resume, name="resume_batch"),
    path(BATCH + "bo/", steering.cancel, name="cancel_batch"),
    path(SCAN, check.scan, name="scan"),
    path(SCAN + "trang/<int:page>/", check.picture, name="picture"),
    path(SCAN + "de-sau/", acts.put_off, name="put_off"),
    path(SCAN + "trung/", acts.duplicate, name="duplicate"),
    path(SCAN + "bo/", acts.drop, name="drop_scan"),
    path(SCAN + "quet-lai/", acts.replace, name="replace_scan"),
    path(SCAN + "hoan-tac/", acts.undo, name="undo_scan"),
    path(SCAN + "dau-mat/", secrets.refuse, name="refuse_secret"),
    path(SCAN + "bien-ban/", secrets.minutes, name="minutes"),
    path(ROADMAP, roadmap.roadmap, name="roadmap"),
    path(ROADMAP + "them/", roadmap.add, name="add_roadmap"),
    path(ROADMAP + "<int:line_id>/sua/", roadmap.change, name="change_roadmap"),
    path(ROADMAP + "<int:line_id>/bo/", roadmap.drop, name="drop_roadmap"),
]
