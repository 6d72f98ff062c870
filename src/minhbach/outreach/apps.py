from django.apps import AppConfig


class OutreachConfig(AppConfig):
    name = "minhbach.outreach"
    label = "outreach"
    verbose_name = "Góp ý"
    default_auto_field = "django.db.models.BigAutoField"
