from django.apps import AppConfig


class PlanningConfig(AppConfig):
    name = "minhbach.planning"
    label = "planning"
    verbose_name = "Kế hoạch"
    default_auto_field = "django.db.models.BigAutoField"
