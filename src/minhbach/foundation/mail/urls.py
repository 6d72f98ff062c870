"""Addresses of the pages of mail, in both languages."""

from django.urls import URLPattern, URLResolver, path

from minhbach.foundation.mail import views

app_name = "mail"
urlpatterns: list[URLPattern | URLResolver] = [
    path("lam-viec/thu/", views.show_mails, name="mails"),
    path("lam-viec/thu/<int:mail_id>/", views.show_mail, name="mail"),
    path("lam-viec/thu/<int:mail_id>/gui-lai/", views.send_again, name="send_again"),
    path("lam-viec/thu/<int:mail_id>/thoi-gui/", views.give_up, name="give_up"),
]
