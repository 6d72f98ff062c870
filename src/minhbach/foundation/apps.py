from django.apps import AppConfig


class FoundationConfig(AppConfig):
    name = "minhbach.foundation"
    label = "foundation"
    verbose_name = "Nền tảng"
    default_auto_field = "django.db.models.BigAutoField"
