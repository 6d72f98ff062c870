"""Settings, URLs, entry points and registries: the one place that knows every room."""
