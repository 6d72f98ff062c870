from django.apps import AppConfig


class DemonstrationConfig(AppConfig):
    name = "minhbach.demonstration"
    label = "demonstration"
    verbose_name = "Trình diễn"
    default_auto_field = "django.db.models.BigAutoField"
