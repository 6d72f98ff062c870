"""Where rooms are told of each other: the one place that imports them all, by name, once the apps are ready."""

from importlib import import_module

from django.apps import AppConfig


class ConfigConfig(AppConfig):
    """Registers what later rooms answer to questions that earlier rooms define."""

    name = "minhbach.config"
    label = "config"

    def ready(self) -> None:
        """Load `registries`, whose functions connect the rooms."""
        import_module("minhbach.config.registries").connect_rooms()
