"""The address of the demonstration's log-in."""

from django.urls import path

from minhbach.demonstration import views

app_name = "demonstration"
urlpatterns = [path("dang-nhap/lam-mau/", views.log_in, name="log_in")]
