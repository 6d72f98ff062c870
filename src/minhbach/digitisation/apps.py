from django.apps import AppConfig


class DigitisationConfig(AppConfig):
    name = "minhbach.digitisation"
    label = "digitisation"
    verbose_name = "Số hóa"
    default_auto_field = "django.db.models.BigAutoField"
