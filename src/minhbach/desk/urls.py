from django.urls import URLPattern, URLResolver, path

from minhbach.desk import views

app_name = "desk"
urlpatterns: list[URLPattern | URLResolver] = [path("lam-viec/", views.today, name="today")]
