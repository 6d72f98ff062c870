"""`manage flush` empties every table: refused outside tests, since it would take the event log too."""

from typing import Any

from django.conf import settings
from django.core.management.base import CommandError
from django.core.management.commands.flush import Command as DjangoFlush
from django.db import connections

from minhbach.foundation.eventlog.triggers import drop_triggers, make_triggers
from minhbach.foundation.search.schema import empty_index


class Command(DjangoFlush):
    """Empty the database of a test; refuse to empty an installation."""

    def handle(self, **options: Any) -> None:
        if settings.ENVIRONMENT.mode != "test":
            raise CommandError("Không làm rỗng được cơ sở dữ liệu: nhật ký chỉ được ghi thêm.")
        connection = connections[options["database"]]
        drop_triggers(connection)
        super().handle(**options)
        empty_index(connection)
        make_triggers(connection)
