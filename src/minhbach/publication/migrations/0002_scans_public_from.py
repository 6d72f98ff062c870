"""A scan says since when everybody opens it; those beside what is public are public since then."""

from typing import Any

from django.db import migrations, models
from django.db.models import OuterRef, Subquery


def with_what_they_belong_to(apps: Any, _schema_editor: Any) -> None:
    scans, announcements = (apps.get_model("publication", name) for name in ("DecisionScan", "Announcement"))
    since = announcements.objects.filter(pk=OuterRef("announcement")).values("public_from")[:1]
    scans.objects.filter(state="kept", announcement__public_from__isnull=False).update(public_from=Subquery(since))


class Migration(migrations.Migration):
    dependencies = [("publication", "0001_tables")]

    operations = [
        migrations.AddField("decisionscan", "public_from", models.DateField(null=True)),
        migrations.RunPython(with_what_they_belong_to, migrations.RunPython.noop),
    ]
