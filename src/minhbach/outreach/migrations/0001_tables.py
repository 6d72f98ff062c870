"""The tables of `outreach`, in one step instead of the 2 by which they came to be."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True
    replaces = [
        ("outreach", "0001_initial"),
        ("outreach", "0002_about_and_agreement"),
    ]

    dependencies = [
        ("accounts", "__first__"),
        ("agencies", "0001_tables"),
        ("intake", "0001_tables"),
    ]

    operations = [
        migrations.CreateModel(
            name="Feedback",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.CharField(max_length=20, unique=True)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("difficulty", "difficulty"),
                            ("suggestion", "suggestion"),
                            ("wrong", "wrong"),
                            ("praise", "praise"),
                            ("other", "other"),
                            ("denunciation", "denunciation"),
                        ],
                        max_length=16,
                    ),
                ),
                (
                    "way",
                    models.CharField(
                        choices=[
                            ("online", "online"),
                            ("counter", "counter"),
                            ("front", "front"),
                            ("telephone", "telephone"),
                            ("post", "post"),
                            ("email", "email"),
                        ],
                        max_length=12,
                    ),
                ),
                ("group", models.CharField(blank=True, max_length=200)),
                ("speaks_for", models.PositiveIntegerField(null=True)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("received", "received"),
                            ("in_work", "in_work"),
                            ("answered", "answered"),
                            ("passed_on", "passed_on"),
                            ("joined", "joined"),
                            ("closed", "closed"),
                        ],
                        max_length=12,
                    ),
                ),
                ("is_confidential", models.BooleanField(default=False)),
                ("received_on", models.DateField()),
                ("due_on", models.DateField(null=True)),
                ("is_due_provisional", models.BooleanField(default=False)),
                ("subject", models.CharField(blank=True, max_length=160)),
                ("search_text", models.TextField(blank=True)),
                ("answer", models.TextField(blank=True)),
                ("answered_on", models.DateField(null=True)),
                ("letter_id", models.BigIntegerField(null=True)),
                ("passed_to", models.CharField(blank=True, max_length=300)),
                ("difficulty_id", models.BigIntegerField(null=True)),
                ("ended_on", models.DateField(null=True)),
                ("about_url", models.CharField(blank=True, max_length=300)),
                ("about_title", models.CharField(blank=True, max_length=300)),
                ("agrees_public", models.BooleanField(default=False)),
                ("public_question", models.TextField(blank=True)),
                ("public_answer", models.TextField(blank=True)),
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
                    "body",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="agencies.body"
                    ),
                ),
                (
                    "handler",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "joined_to",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="joined",
                        to="outreach.feedback",
                    ),
                ),
                (
                    "submission",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="intake.submission"
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(fields=["body", "state", "due_on"], name="feedback_of_body"),
                    models.Index(fields=["received_on"], name="feedback_by_day"),
                ],
            },
        ),
        migrations.CreateModel(
            name="FeedbackContentment",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "content",
                    models.CharField(choices=[("yes", "yes"), ("partly", "partly"), ("no", "no")], max_length=8),
                ),
                ("words", models.TextField(blank=True)),
                ("said_at", models.DateTimeField()),
                (
                    "feedback",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE, related_name="contentment", to="outreach.feedback"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="FeedbackStep",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "event",
                    models.CharField(
                        choices=[
                            ("answer", "answer"),
                            ("assign", "assign"),
                            ("ask", "ask"),
                            ("supplement", "supplement"),
                            ("give_over", "give_over"),
                            ("send_on", "send_on"),
                            ("join", "join"),
                            ("hold_confidential", "hold_confidential"),
                            ("close", "close"),
                            ("reopen", "reopen"),
                        ],
                        max_length=20,
                    ),
                ),
                ("from_state", models.CharField(max_length=12)),
                ("to_state", models.CharField(max_length=12)),
                ("on", models.DateField()),
                ("at", models.DateTimeField()),
                ("words", models.TextField(blank=True)),
                ("note", models.TextField(blank=True)),
                ("facts", models.JSONField(default=dict)),
                (
                    "by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "feedback",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="steps", to="outreach.feedback"
                    ),
                ),
            ],
            options={
                "ordering": ["pk"],
            },
        ),
        migrations.CreateModel(
            name="FeedbackTerm",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("working_days", models.PositiveSmallIntegerField()),
                (
                    "body",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="agencies.body"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("working_days__range", (1, 60))), name="feedback_term_in_range"
                    )
                ],
            },
        ),
    ]
