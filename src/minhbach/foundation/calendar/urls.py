"""Addresses of the pages of days off, in both languages."""

from django.urls import URLPattern, URLResolver, path

from minhbach.foundation.calendar import views

app_name = "calendar"
urlpatterns: list[URLPattern | URLResolver] = [
    path("lam-viec/ngay-nghi/", views.show_year, name="year"),
    path("lam-viec/ngay-nghi/them/<slug:act>/", views.change, name="change"),
    path("lam-viec/ngay-nghi/<int:change_id>/rut-lai/", views.take_back, name="take_back"),
]
