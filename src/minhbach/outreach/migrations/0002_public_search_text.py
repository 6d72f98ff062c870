"""Answers for everybody are found without marks and whatever the capitals, on both databases."""

from typing import Any

from django.db import migrations, models

from minhbach.domain.text import fold


def without_marks(apps: Any, _schema_editor: Any) -> None:
    feedback = apps.get_model("outreach", "Feedback")
    for row in feedback.objects.exclude(public_question="").iterator(chunk_size=500):
        row.public_search_text = fold(f"{row.public_question} {row.public_answer}")
        row.save(update_fields=["public_search_text"])


class Migration(migrations.Migration):
    dependencies = [("outreach", "0001_tables")]

    operations = [
        migrations.AddField("feedback", "public_search_text", models.TextField(blank=True, editable=False, default="")),
        migrations.RunPython(without_marks, migrations.RunPython.noop),
    ]
