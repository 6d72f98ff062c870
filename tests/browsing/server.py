"""The product on a free port of this machine, static files compressed as in production."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Thread

from django.core.handlers.wsgi import WSGIHandler
from django.core.management import call_command
from django.core.servers.basehttp import ThreadedWSGIServer
from django.db import connections
from django.test import override_settings
from django.test.testcases import QuietWSGIRequestHandler

STATIC_STORAGE = "whitenoise.storage.CompressedManifestStaticFilesStorage"


@contextmanager
def served(folder: Path, *, urlconf: str = "minhbach.config.urls") -> Iterator[str]:
    """Serve the product from this process and return its address; static files are collected into the folder."""
    storages = {
        "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
        "staticfiles": {"BACKEND": STATIC_STORAGE},
    }
    with override_settings(STATIC_ROOT=folder, STORAGES=storages, ROOT_URLCONF=urlconf):
        call_command("collectstatic", verbosity=0, interactive=False)
        server = ThreadedWSGIServer(
            ("127.0.0.1", 0), QuietWSGIRequestHandler, connections_override=_shared_connections()
        )
        server.set_app(WSGIHandler())
        thread = Thread(target=server.serve_forever, daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_address[1]}"
        finally:
            server.shutdown()
            server.server_close()
            thread.join()


def _shared_connections() -> dict[str, object]:
    # A test database in memory belongs to one connection, so the server's threads must use that one.
    shared = {}
    for connection in connections.all():
        if connection.vendor == "sqlite" and connection.is_in_memory_db():
            connection.inc_thread_sharing()
            shared[connection.alias] = connection
    return shared
