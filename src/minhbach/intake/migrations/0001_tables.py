"""The tables of `intake`, in one step instead of the 4 by which they came to be."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True
    replaces = [
        ("intake", "0001_initial"),
        ("intake", "0002_drafts_and_unsure_senders"),
        ("intake", "0003_feedback_and_readings"),
        ("intake", "0004_mails"),
    ]

    dependencies = [
        ("accounts", "__first__"),
        ("agencies", "0001_tables"),
    ]

    operations = [
        migrations.CreateModel(
            name="Draft",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("digest", models.CharField(max_length=64, unique=True)),
                ("content", models.BinaryField()),
                ("until", models.DateTimeField(db_index=True)),
            ],
        ),
        migrations.CreateModel(
            name="SubmissionSeries",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("year", models.PositiveSmallIntegerField(unique=True)),
                ("last", models.PositiveIntegerField(default=0)),
            ],
        ),
        migrations.CreateModel(
            name="DraftFile",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "role",
                    models.CharField(
                        choices=[
                            ("attachment", "attachment"),
                            ("authorisation", "authorisation"),
                            ("consent", "consent"),
                            ("people", "people"),
                            ("scan", "scan"),
                        ],
                        max_length=16,
                    ),
                ),
                ("name", models.CharField(max_length=255)),
                ("size", models.PositiveBigIntegerField()),
                ("place", models.CharField(max_length=64, unique=True)),
                (
                    "draft",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="files", to="intake.draft"
                    ),
                ),
            ],
            options={
                "ordering": ["pk"],
            },
        ),
        migrations.CreateModel(
            name="MailboxWatch",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("read_at", models.DateTimeField(null=True)),
                ("silent_since", models.DateTimeField(null=True)),
                ("left", models.PositiveIntegerField(default=0)),
                (
                    "body",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="agencies.body"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Submission",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.CharField(max_length=20, unique=True)),
                (
                    "kind",
                    models.CharField(
                        choices=[("request", "request"), ("feedback", "feedback"), ("mail", "mail")], max_length=20
                    ),
                ),
                ("statute", models.CharField(max_length=20)),
                (
                    "channel",
                    models.CharField(
                        choices=[("in_person", "in_person"), ("online", "online"), ("post", "post"), ("fax", "fax")],
                        max_length=12,
                    ),
                ),
                (
                    "way",
                    models.CharField(
                        choices=[
                            ("portal", "portal"),
                            ("email", "email"),
                            ("service_portal", "service_portal"),
                            ("counter", "counter"),
                            ("post", "post"),
                            ("fax", "fax"),
                        ],
                        max_length=16,
                    ),
                ),
                ("sent_on", models.DateField()),
                ("received_on", models.DateField()),
                ("received_at", models.DateTimeField()),
                (
                    "behalf",
                    models.CharField(
                        choices=[
                            ("self", "self"),
                            ("representative", "representative"),
                            ("minor", "minor"),
                            ("organisation", "organisation"),
                            ("foreigner", "foreigner"),
                        ],
                        max_length=16,
                    ),
                ),
                (
                    "delivery",
                    models.CharField(
                        choices=[
                            ("download", "download"),
                            ("email", "email"),
                            ("post", "post"),
                            ("counter", "counter"),
                            ("fax", "fax"),
                        ],
                        max_length=12,
                    ),
                ),
                ("is_elsewhere", models.BooleanField(null=True)),
                ("is_agency_unsure", models.BooleanField(default=False)),
                ("text", models.TextField(blank=True)),
                ("form_key", models.CharField(blank=True, max_length=64)),
                ("secret_hash", models.CharField(max_length=120)),
                ("erased_at", models.DateTimeField(null=True)),
                (
                    "body",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="agencies.body"
                    ),
                ),
                (
                    "entered_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["body", "received_on"], name="submission_of_body")],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("form_key", ""), _negated=True),
                        fields=("form_key",),
                        name="one_submission_a_form_sent",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="SealedSender",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("content", models.TextField()),
                ("identity_hash", models.CharField(blank=True, max_length=64)),
                (
                    "submission",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="sealed_sender",
                        to="intake.submission",
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(
                        condition=models.Q(("identity_hash", ""), _negated=True),
                        fields=["identity_hash"],
                        name="sender_by_identity",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Message",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("is_from_sender", models.BooleanField()),
                ("kind", models.CharField(max_length=32)),
                ("text", models.TextField(blank=True)),
                ("at", models.DateTimeField()),
                ("mail_id", models.BigIntegerField(null=True)),
                ("message_id", models.CharField(blank=True, max_length=320)),
                (
                    "written_by",
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
                        on_delete=django.db.models.deletion.CASCADE, related_name="messages", to="intake.submission"
                    ),
                ),
            ],
            options={
                "ordering": ["at", "pk"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("message_id", ""), _negated=True),
                        fields=("message_id",),
                        name="one_message_an_e_mail",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="IdentityReading",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("read_at", models.DateTimeField()),
                ("purpose", models.CharField(blank=True, max_length=300)),
                (
                    "read_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "submission",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="identity_readings",
                        to="intake.submission",
                    ),
                ),
            ],
            options={
                "ordering": ["-read_at", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="SubmissionFile",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "role",
                    models.CharField(
                        choices=[
                            ("attachment", "attachment"),
                            ("authorisation", "authorisation"),
                            ("consent", "consent"),
                            ("people", "people"),
                            ("scan", "scan"),
                        ],
                        max_length=16,
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("waiting", "Waiting"),
                            ("kept", "Kept"),
                            ("refused", "Refused"),
                            ("unreadable", "Unreadable"),
                        ],
                        default="waiting",
                        max_length=12,
                    ),
                ),
                ("name", models.CharField(blank=True, max_length=255)),
                ("size", models.PositiveBigIntegerField()),
                ("place", models.CharField(blank=True, max_length=64)),
                ("file_id", models.BigIntegerField(null=True)),
                ("code", models.CharField(blank=True, max_length=40)),
                ("sentence", models.CharField(blank=True, max_length=500)),
                (
                    "message",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="files",
                        to="intake.message",
                    ),
                ),
                (
                    "submission",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="files", to="intake.submission"
                    ),
                ),
            ],
            options={
                "ordering": ["pk"],
                "indexes": [
                    models.Index(condition=models.Q(("state", "waiting")), fields=["state"], name="intake_file_waiting")
                ],
            },
        ),
        migrations.CreateModel(
            name="TakenMail",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.CharField(max_length=64, unique=True)),
                ("content", models.TextField(blank=True)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("waiting", "Waiting"),
                            ("request", "Request"),
                            ("feedback", "Feedback"),
                            ("in_case", "In Case"),
                            ("nothing", "Nothing"),
                        ],
                        default="waiting",
                        max_length=12,
                    ),
                ),
                ("machine", models.CharField(blank=True, max_length=12)),
                ("left_out", models.PositiveSmallIntegerField(default=0)),
                ("is_receipt_sent", models.BooleanField(default=False)),
                ("sent_at", models.DateTimeField(null=True)),
                ("arrived_on", models.DateField()),
                ("taken_at", models.DateTimeField()),
                ("sorted_at", models.DateTimeField(null=True)),
                ("erased_at", models.DateTimeField(null=True)),
                (
                    "body",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="agencies.body"
                    ),
                ),
                (
                    "into",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="mails_taken_over",
                        to="intake.submission",
                    ),
                ),
                (
                    "sorted_by",
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
                        on_delete=django.db.models.deletion.PROTECT, related_name="mails", to="intake.submission"
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["body", "state", "taken_at"], name="taken_mail_of_body")],
            },
        ),
    ]
