from django.apps import AppConfig


class StewardshipConfig(AppConfig):
    name = "minhbach.stewardship"
    label = "stewardship"
    verbose_name = "Gìn giữ"
    default_auto_field = "django.db.models.BigAutoField"
