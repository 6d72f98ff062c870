from django.apps import AppConfig


class RegisterConfig(AppConfig):
    name = "minhbach.register"
    label = "register"
    verbose_name = "Kho thông tin"
    default_auto_field = "django.db.models.BigAutoField"
