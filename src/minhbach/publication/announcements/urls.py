"""Addresses of what bodies announce beside their information: officers' drafts, and what the public reads."""

from django.urls import path

from minhbach.publication.views import announcements, public_service_lists, scans, service_lists

app_name = "announcements"
ONE = "lam-viec/cong-bo/<int:announcement_id>/"

urlpatterns = [
    path("don-vi-su-nghiep/danh-muc/", public_service_lists.public_service_lists, name="public_service_lists"),
    path(
        "don-vi-su-nghiep/danh-muc/<int:announcement_id>/",
        public_service_lists.public_service_list,
        name="public_service_list",
    ),
    path("lam-viec/don-vi-su-nghiep/", service_lists.service_lists, name="service_lists"),
    path("lam-viec/don-vi-su-nghiep/<int:announcement_id>/", service_lists.service_list, name="service_list"),
    path(ONE + "trinh/", announcements.submit, name="submit"),
    path(ONE + "lay-lai/", announcements.take_back, name="take_back"),
    path(ONE + "duyet/", announcements.approve, name="approve"),
    path(ONE + "quyet-dinh/", scans.decision_scan, name="scan"),
    path(ONE + "rut/", announcements.withdraw, name="withdraw"),
]
