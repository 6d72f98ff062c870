from django.apps import AppConfig


class PapersConfig(AppConfig):
    name = "minhbach.papers"
    label = "papers"
    verbose_name = "Công văn"
    default_auto_field = "django.db.models.BigAutoField"
