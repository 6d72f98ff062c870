from django.apps import AppConfig


class PortalConfig(AppConfig):
    name = "minhbach.portal"
    label = "portal"
    verbose_name = "Cổng công khai"
    default_auto_field = "django.db.models.BigAutoField"
