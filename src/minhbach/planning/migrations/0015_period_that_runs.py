"""Recurring work keeps which period runs, so that a limit that was moved moves that one alone."""

from typing import Any

from django.db import migrations, models
from django.db.models import F


def fill(apps: Any, _editor: Any) -> None:
    """Take the limit that runs for the period's day; one that a leader moved before cannot be told apart."""
    apps.get_model("planning", "Assignment").objects.exclude(task__rhythm="").update(period_on=F("due_on"))


class Migration(migrations.Migration):
    dependencies = [
        ("planning", "0014_limits_that_move_with_days_off"),
    ]

    operations = [
        migrations.AddField(
            model_name="assignment",
            name="period_on",
            field=models.DateField(null=True),
        ),
        migrations.RunPython(fill, migrations.RunPython.noop, elidable=True),
    ]
