"""The tables of `digitisation`."""

import django.db.models.deletion
import minhbach.domain.lifecycles.scan
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True
    replaces = [
        ("digitisation", "0001_initial"),
    ]

    dependencies = [
        ("accounts", "__first__"),
        ("agencies", "0001_tables"),
        ("register", "0001_tables"),
    ]

    operations = [
        migrations.CreateModel(
            name="RoadmapLine",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("title", models.CharField(max_length=200, verbose_name="phần hồ sơ")),
                ("from_year", models.PositiveSmallIntegerField()),
                ("until_year", models.PositiveSmallIntegerField()),
                ("letter", models.CharField(blank=True, max_length=2)),
                ("boxes", models.PositiveIntegerField(default=0)),
                ("pages", models.PositiveIntegerField(default=0)),
                ("due_on", models.DateField()),
                ("is_dropped", models.BooleanField(default=False)),
                ("version", models.PositiveIntegerField(default=1)),
                ("made_at", models.DateTimeField()),
                (
                    "body",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="agencies.body"
                    ),
                ),
                (
                    "made_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "dòng lộ trình số hóa",
                "indexes": [models.Index(fields=["body", "due_on"], name="roadmap_due_of_body")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("from_year__lte", models.F("until_year"))), name="roadmap_years_in_order"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Batch",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("year", models.PositiveSmallIntegerField()),
                ("number", models.PositiveIntegerField()),
                ("title", models.CharField(blank=True, max_length=200, verbose_name="tên lô")),
                (
                    "state",
                    models.CharField(
                        choices=[("running", "running"), ("paused", "paused"), ("cancelled", "cancelled")],
                        default=minhbach.domain.lifecycles.scan.BatchState["RUNNING"],
                        max_length=10,
                    ),
                ),
                (
                    "way",
                    models.CharField(
                        choices=[("upload", "upload"), ("folder", "folder"), ("command", "command")], max_length=10
                    ),
                ),
                ("store", models.CharField(blank=True, max_length=60, verbose_name="kho")),
                ("shelf", models.CharField(blank=True, max_length=60, verbose_name="giá")),
                ("box", models.CharField(blank=True, max_length=60, verbose_name="hộp")),
                ("folder", models.CharField(blank=True, max_length=60, verbose_name="hồ sơ")),
                ("started_at", models.DateTimeField()),
                ("trouble", models.CharField(blank=True, max_length=500)),
                ("version", models.PositiveIntegerField(default=1)),
                (
                    "body",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="agencies.body"
                    ),
                ),
                (
                    "started_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "roadmap",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="batches",
                        to="digitisation.roadmapline",
                    ),
                ),
            ],
            options={
                "verbose_name": "lô bản quét",
                "indexes": [
                    models.Index(fields=["body", "-started_at"], name="batch_newest_of_body"),
                    models.Index(fields=["body", "box"], name="batch_box_of_body"),
                ],
                "constraints": [models.UniqueConstraint(fields=("body", "year", "number"), name="one_batch_a_number")],
            },
        ),
        migrations.CreateModel(
            name="Scan",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("place", models.PositiveIntegerField()),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("waiting", "waiting"),
                            ("to_check", "to_check"),
                            ("put_off", "put_off"),
                            ("confirmed", "confirmed"),
                            ("duplicate", "duplicate"),
                            ("unreadable", "unreadable"),
                            ("refused", "refused"),
                            ("dropped", "dropped"),
                        ],
                        default=minhbach.domain.lifecycles.scan.ScanState["WAITING"],
                        max_length=12,
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1)),
                ("name", models.CharField(blank=True, max_length=255)),
                ("size", models.PositiveBigIntegerField()),
                ("sha256", models.CharField(blank=True, max_length=64)),
                ("format", models.CharField(blank=True, max_length=10)),
                ("pages", models.PositiveIntegerField(null=True)),
                ("is_read_from_image", models.BooleanField(default=False)),
                ("sure", models.FloatField(null=True)),
                (
                    "virus_check",
                    models.CharField(
                        blank=True, choices=[("clean", "clean"), ("not_scanned", "not_scanned")], max_length=12
                    ),
                ),
                ("sheet", models.CharField(blank=True, max_length=60, verbose_name="tờ")),
                ("head", models.JSONField(default=dict)),
                ("fields", models.JSONField(default=dict)),
                ("lines", models.JSONField(default=list)),
                ("problems", models.JSONField(default=list)),
                ("findings", models.JSONField(default=dict)),
                ("proposal", models.JSONField(null=True)),
                ("signatures", models.JSONField(default=list)),
                ("search_text", models.TextField(blank=True, editable=False)),
                ("code", models.CharField(blank=True, max_length=40)),
                ("sentence", models.CharField(blank=True, max_length=500)),
                ("read_at", models.DateTimeField(null=True)),
                ("checked_at", models.DateTimeField(null=True)),
                ("mark", models.CharField(blank=True, max_length=20)),
                ("refused_at", models.DateTimeField(null=True)),
                ("minuted_at", models.DateTimeField(null=True)),
                ("paper_note", models.CharField(blank=True, max_length=500)),
                (
                    "batch",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="scans", to="digitisation.batch"
                    ),
                ),
                (
                    "checked_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "item",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="register.item"
                    ),
                ),
                (
                    "minuted_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "refused_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "twin",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="digitisation.scan",
                    ),
                ),
                (
                    "twin_item",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.SET_NULL, related_name="+", to="register.item"
                    ),
                ),
            ],
            options={
                "verbose_name": "bản quét",
                "indexes": [
                    models.Index(fields=["batch", "state", "place"], name="scan_state_of_batch"),
                    models.Index(fields=["sha256"], name="scan_sha256"),
                    models.Index(condition=models.Q(("state", "waiting")), fields=["id"], name="scan_waiting"),
                ],
                "constraints": [
                    models.UniqueConstraint(fields=("batch", "place"), name="one_scan_a_place"),
                    models.UniqueConstraint(
                        condition=models.Q(("sha256", ""), _negated=True),
                        fields=("batch", "sha256"),
                        name="one_scan_a_file_of_a_batch",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("item__isnull", True), ("state", "confirmed"), _connector="OR"),
                        name="scan_with_item_is_confirmed",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "refused"), _negated=True),
                            models.Q(("name", ""), ("search_text", ""), ("sha256", "")),
                            _connector="OR",
                        ),
                        name="scan_refused_keeps_nothing",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="BatchSeries",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("year", models.PositiveSmallIntegerField()),
                ("last", models.PositiveIntegerField(default=0)),
                (
                    "body",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="agencies.body"
                    ),
                ),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("body", "year"), name="one_batch_series_a_year")],
            },
        ),
    ]
