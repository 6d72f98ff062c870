from django.apps import AppConfig


class PublicationConfig(AppConfig):
    name = "minhbach.publication"
    label = "publication"
    verbose_name = "Công khai"
    default_auto_field = "django.db.models.BigAutoField"
