"""Requests to publishers and redactions are found without marks and whatever the capitals, on both databases."""

from typing import Any

from django.db import migrations, models

from minhbach.domain.text import fold


def without_marks(apps: Any, _schema_editor: Any) -> None:
    requests, redactions = (apps.get_model("publication", name) for name in ("CorrectionRequest", "Redaction"))
    for row in requests.objects.only("publisher", "place").iterator(chunk_size=500):
        row.search_text = fold(f"{row.publisher} {row.place}")
        row.save(update_fields=["search_text"])
    for row in redactions.objects.only("file_name").iterator(chunk_size=500):
        row.search_text = fold(row.file_name)
        row.save(update_fields=["search_text"])


class Migration(migrations.Migration):
    dependencies = [("publication", "0002_scans_public_from")]

    operations = [
        migrations.AddField("correctionrequest", "search_text", models.TextField(editable=False, default=""), False),
        migrations.AddField(
            "redaction", "search_text", models.CharField(max_length=600, editable=False, default=""), False
        ),
        migrations.RunPython(without_marks, migrations.RunPython.noop),
    ]
