"""Addresses of the procedure for requests: what the public reads, officers' drafts, and who has announced none."""

from django.urls import path

from minhbach.publication.views import announcement_watch, procedures, public_procedures

app_name = "procedures"
OFFICE = "lam-viec/cong-khai/thu-tuc/"

urlpatterns = [
    path("thu-tuc/", public_procedures.procedures, name="procedures"),
    path("thu-tuc/<slug:slug>/", public_procedures.procedure_of_body, name="of_body"),
    path("thu-tuc/<slug:slug>/ban-<int:announcement_id>/", public_procedures.procedure_version, name="version"),
    path(OFFICE, procedures.drafts, name="drafts"),
    path(OFFICE + "<int:announcement_id>/", procedures.draft, name="draft"),
    path(OFFICE + "<int:announcement_id>/xem/", procedures.preview, name="preview"),
    path("lam-viec/cong-khai/chua-cong-bo/<slug:what>/", announcement_watch.watch, name="watch"),
    path("lam-viec/cong-khai/chua-cong-bo/<slug:what>/don-doc/", announcement_watch.urge, name="urge"),
]
