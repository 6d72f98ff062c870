"""The tables of `papers`."""

import django.db.models.deletion
import minhbach.domain.lifecycles.letter
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True
    replaces = [
        ("papers", "0001_initial"),
    ]

    dependencies = [
        ("accounts", "__first__"),
        ("agencies", "0001_tables"),
    ]

    operations = [
        migrations.CreateModel(
            name="Letter",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("draft", "draft"),
                            ("numbered", "numbered"),
                            ("signed", "signed"),
                            ("dropped", "dropped"),
                        ],
                        max_length=20,
                    ),
                ),
                ("kind", models.CharField(max_length=60, verbose_name="loại văn bản")),
                ("year", models.PositiveSmallIntegerField(null=True, verbose_name="năm")),
                ("number", models.PositiveIntegerField(null=True, verbose_name="số")),
                ("symbol", models.CharField(blank=True, max_length=60, verbose_name="ký hiệu")),
                ("issued_on", models.DateField(null=True, verbose_name="ngày ban hành")),
                ("subject", models.CharField(max_length=1000, verbose_name="trích yếu")),
                ("content", models.JSONField()),
                ("search_text", models.TextField(blank=True, editable=False)),
                ("about_kind", models.CharField(blank=True, max_length=64)),
                ("about_id", models.BigIntegerField(null=True)),
                ("drafted_at", models.DateTimeField()),
                ("version", models.PositiveIntegerField(default=1)),
                ("scan_file_id", models.BigIntegerField(null=True)),
                ("scan_name", models.CharField(blank=True, max_length=200)),
                ("dropped_reason", models.CharField(blank=True, max_length=300, verbose_name="lý do bỏ")),
                (
                    "body",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="agencies.body"
                    ),
                ),
                (
                    "drafted_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "công văn",
                "indexes": [
                    models.Index(fields=["body", "state"], name="letter_by_state"),
                    models.Index(fields=["about_kind", "about_id"], name="letter_by_subject"),
                ],
                "constraints": [
                    models.UniqueConstraint(fields=("body", "year", "kind", "number"), name="one_letter_a_number"),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("number__isnull", True), ("year__isnull", True)),
                            models.Q(("issued_on__isnull", False), ("number__gt", 0), ("year__isnull", False)),
                            _connector="OR",
                        ),
                        name="letter_number_has_year_and_date",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("number__isnull", False),
                            (
                                "state__in",
                                [
                                    minhbach.domain.lifecycles.letter.LetterState["DRAFT"],
                                    minhbach.domain.lifecycles.letter.LetterState["DROPPED"],
                                ],
                            ),
                            _connector="OR",
                        ),
                        name="letter_without_number_goes_nowhere",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("scan_file_id__isnull", False),
                            models.Q(("state", minhbach.domain.lifecycles.letter.LetterState["SIGNED"]), _negated=True),
                            _connector="OR",
                        ),
                        name="letter_signed_has_a_scan",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="NumberSeries",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("year", models.PositiveSmallIntegerField()),
                ("kind", models.CharField(max_length=60)),
                (
                    "body",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="agencies.body"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("body", "year", "kind"), name="one_series_a_body_year_kind")
                ],
            },
        ),
    ]
