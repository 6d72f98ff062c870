"""Give the assignments that were made before work was tracked their limit, and the first stretch of their history."""

from datetime import datetime, timezone
from typing import Any

from django.db import migrations


def fill(apps: Any, schema_editor: Any) -> None:
    """Copy what the tasks say. Work that was done already stands as done; the rest as given and open."""
    assignment = apps.get_model("planning", "Assignment")
    span = apps.get_model("planning", "AssignmentSpan")
    today = datetime.now(tz=timezone.utc).date()
    fresh = []
    for row in assignment.objects.select_related("task__plan").iterator(chunk_size=1000):
        begun = min(row.task.plan.issued_on or today, today)
        done = row.task.deadline_kind == "done"
        row.due_on, row.done_on = row.task.due_on, begun if done else None
        row.state, row.progress = ("done", 100) if done else ("given", 0)
        row.save(update_fields=["due_on", "done_on", "state", "progress"])
        if row.role == "lead":
            fresh.append(
                span(
                    assignment_id=row.pk,
                    plan_id=row.task.plan_id,
                    body_id=row.body_id,
                    from_on=begun,
                    due_on=row.due_on,
                    done_on=row.done_on,
                )
            )
    span.objects.bulk_create(fresh, batch_size=1000)


class Migration(migrations.Migration):
    dependencies = [("planning", "0002_work")]
    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
