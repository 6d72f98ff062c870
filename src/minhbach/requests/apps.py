from django.apps import AppConfig


class RequestsConfig(AppConfig):
    name = "minhbach.requests"
    label = "requests"
    verbose_name = "Yêu cầu"
    default_auto_field = "django.db.models.BigAutoField"
