"""The database itself refuses to change or remove entries of the event log, whoever asks."""

from django.db import migrations

from minhbach.foundation.eventlog.triggers import drop_triggers, make_triggers


class Migration(migrations.Migration):
    dependencies = [("foundation", "0001_initial")]
    operations = [
        migrations.RunPython(
            lambda apps, schema_editor: make_triggers(schema_editor.connection),
            lambda apps, schema_editor: drop_triggers(schema_editor.connection),
        )
    ]
