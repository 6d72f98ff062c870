from django.apps import AppConfig


class PrivacyConfig(AppConfig):
    name = "minhbach.privacy"
    label = "privacy"
    verbose_name = "Dữ liệu cá nhân"
    default_auto_field = "django.db.models.BigAutoField"
