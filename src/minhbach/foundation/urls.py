"""Addresses without a language: files, health, and the page of jobs."""

from django.urls import URLPattern, URLResolver, path

from minhbach.foundation import type_size, views

app_name = "foundation"
urlpatterns: list[URLPattern | URLResolver] = [
    path("healthz", views.health, name="health"),
    path("co-chu/<int:size>/", type_size.choose_size, name="type_size"),
    path("tep/<int:file_id>/<str:name>", views.serve_file, name="file"),
    path("lam-viec/viec-nen/", views.show_jobs, name="jobs"),
    path("lam-viec/may-chu/", views.show_machine, name="machine"),
    path("lam-viec/viec-nen/<uuid:job_id>/chay-lai/", views.try_job_again, name="retry_job"),
]
