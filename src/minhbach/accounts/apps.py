from importlib import import_module

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    """The room of people and their posts; receives what the packages that log people in tell."""

    name = "minhbach.accounts"
    label = "accounts"
    verbose_name = "Tài khoản"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Connect the receivers, which may be loaded only once the models are."""
        import_module("minhbach.accounts.receivers").connect()
