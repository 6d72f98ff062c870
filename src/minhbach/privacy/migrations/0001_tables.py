"""The tables of `privacy`."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True
    replaces = [
        ("privacy", "0001_initial"),
    ]

    dependencies = [
        ("accounts", "__first__"),
        ("agencies", "0001_tables"),
        ("intake", "0001_tables"),
    ]

    operations = [
        migrations.CreateModel(
            name="Breach",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("year", models.PositiveSmallIntegerField()),
                ("number", models.PositiveIntegerField()),
                ("what", models.CharField(max_length=2000)),
                ("kinds", models.CharField(max_length=120)),
                ("people", models.PositiveIntegerField(null=True)),
                ("whom", models.CharField(blank=True, max_length=300)),
                ("happened_on", models.DateField(null=True)),
                ("found_at", models.DateTimeField()),
                ("is_grave", models.BooleanField(default=False)),
                ("why_not_grave", models.CharField(blank=True, max_length=500)),
                ("measures", models.CharField(blank=True, max_length=2000)),
                ("notice_due_at", models.DateTimeField(null=True)),
                ("notified_at", models.DateTimeField(null=True)),
                ("people_told_on", models.DateField(null=True)),
                ("closed_on", models.DateField(null=True)),
                ("closing", models.CharField(blank=True, max_length=2000)),
                ("delivery_id", models.BigIntegerField(null=True, unique=True)),
                ("letter_id", models.BigIntegerField(null=True)),
                ("entered_at", models.DateTimeField()),
                ("version", models.PositiveIntegerField(default=1)),
                (
                    "body",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="agencies.body"
                    ),
                ),
                (
                    "entered_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "ordering": ["-found_at", "-pk"],
                "indexes": [models.Index(fields=["body", "closed_on"], name="breach_of_body")],
                "constraints": [
                    models.UniqueConstraint(fields=("body", "year", "number"), name="one_breach_a_number"),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("is_grave", True), models.Q(("why_not_grave", ""), _negated=True), _connector="OR"
                        ),
                        name="light_breach_says_why",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="BreachSeries",
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
                "constraints": [models.UniqueConstraint(fields=("body", "year"), name="one_breach_series_a_year")],
            },
        ),
        migrations.CreateModel(
            name="DataWish",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("kind", models.CharField(choices=[("correct", "correct"), ("erase", "erase")], max_length=8)),
                (
                    "state",
                    models.CharField(
                        choices=[("open", "open"), ("done", "done"), ("refused", "refused")],
                        default="open",
                        max_length=8,
                    ),
                ),
                ("words", models.TextField(blank=True)),
                ("asked_at", models.DateTimeField()),
                ("due_on", models.DateField(null=True)),
                ("answer", models.TextField(blank=True)),
                ("parts", models.CharField(blank=True, max_length=200)),
                ("answered_at", models.DateTimeField(null=True)),
                (
                    "answered_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "submission",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="intake.submission"
                    ),
                ),
            ],
            options={
                "ordering": ["-asked_at", "-pk"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("state", "open")),
                        fields=("submission", "kind"),
                        name="one_open_wish_of_a_kind",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Erasure",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.CharField(max_length=20)),
                (
                    "cause",
                    models.CharField(
                        choices=[("retention", "retention"), ("wish", "wish"), ("again", "again")], max_length=10
                    ),
                ),
                ("ended_on", models.DateField()),
                ("due_on", models.DateField(null=True)),
                ("erased_at", models.DateTimeField()),
                ("counts", models.JSONField(default=dict)),
                ("is_journaled", models.BooleanField(default=False)),
                (
                    "body",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="agencies.body"
                    ),
                ),
                (
                    "erased_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "submission",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="intake.submission"
                    ),
                ),
            ],
            options={
                "ordering": ["-erased_at", "-pk"],
                "indexes": [models.Index(fields=["body", "-erased_at"], name="erasure_of_body")],
            },
        ),
        migrations.CreateModel(
            name="LegalHold",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("complaint", "complaint"),
                            ("lawsuit", "lawsuit"),
                            ("inspection", "inspection"),
                            ("order", "order"),
                        ],
                        max_length=12,
                    ),
                ),
                ("ground", models.CharField(max_length=300)),
                ("placed_at", models.DateTimeField()),
                ("until", models.DateField(null=True)),
                ("lifted_at", models.DateTimeField(null=True)),
                ("lifted_because", models.CharField(blank=True, max_length=300)),
                (
                    "lifted_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "placed_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "submission",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="intake.submission"
                    ),
                ),
            ],
            options={
                "ordering": ["-placed_at", "-pk"],
                "indexes": [
                    models.Index(
                        condition=models.Q(("lifted_at__isnull", True)), fields=["submission"], name="hold_in_force"
                    )
                ],
            },
        ),
    ]
