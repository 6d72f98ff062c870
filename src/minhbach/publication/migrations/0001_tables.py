"""The tables of `publication`, in one step instead of the 12 by which they came to be."""

import django.db.models.deletion
import minhbach.domain.lifecycles.redaction
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True
    replaces = [
        ("publication", "0001_initial"),
        ("publication", "0002_taken_back"),
        ("publication", "0003_items_and_petitions"),
        ("publication", "0004_announcements"),
        ("publication", "0005_procedures"),
        ("publication", "0006_regulations"),
        ("publication", "0007_redactions"),
        ("publication", "0008_term_decisions"),
        ("publication", "0009_asked_publishers"),
        ("publication", "0010_channel_files"),
        ("publication", "0011_translations"),
        ("publication", "0012_secret_findings"),
    ]

    dependencies = [
        ("accounts", "__first__"),
        ("agencies", "0001_tables"),
        ("papers", "0001_tables"),
        ("register", "0001_tables"),
    ]

    operations = [
        migrations.CreateModel(
            name="PetitionSeries",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("year", models.PositiveSmallIntegerField(unique=True)),
                ("last", models.PositiveIntegerField(default=0)),
            ],
        ),
        migrations.CreateModel(
            name="PublicStamp",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.PositiveBigIntegerField(default=0)),
                ("changed_at", models.DateTimeField()),
            ],
        ),
        migrations.CreateModel(
            name="Announcement",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("kind", models.CharField(max_length=20)),
                ("number", models.CharField(blank=True, max_length=60)),
                ("decided_on", models.DateField(null=True)),
                ("remark", models.CharField(blank=True, max_length=500)),
                ("is_draft", models.BooleanField(default=True)),
                ("revision", models.PositiveIntegerField(default=0)),
                ("drafted_at", models.DateTimeField()),
                ("public_from", models.DateField(null=True)),
                ("replaced_on", models.DateField(null=True)),
                ("withdrawn_on", models.DateField(null=True)),
                (
                    "body",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="agencies.body"
                    ),
                ),
                (
                    "drafted_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["kind", "body", "public_from"], name="announcement_public")],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("is_draft", True)),
                        fields=("kind", "body"),
                        name="one_draft_of_an_announcement",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="AnnouncementUrging",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("kind", models.CharField(max_length=20)),
                ("letter_id", models.BigIntegerField(db_index=True)),
                ("drafted_at", models.DateTimeField()),
                (
                    "body",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="agencies.body"
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["kind", "body"], name="urging_to_announce")],
                "constraints": [
                    models.UniqueConstraint(fields=("kind", "body", "letter_id"), name="one_urging_to_announce")
                ],
            },
        ),
        migrations.CreateModel(
            name="Channel",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("version_number", models.PositiveIntegerField()),
                ("statute", models.CharField(max_length=20)),
                ("form", models.CharField(max_length=20)),
                ("planned_on", models.DateField()),
                ("place", models.CharField(blank=True, max_length=500)),
                ("evidence", models.CharField(blank=True, max_length=500)),
                ("done_on", models.DateField(null=True)),
                ("stays_until", models.DateField(null=True)),
                ("taken_down_on", models.DateField(null=True)),
                ("dropped_because", models.CharField(blank=True, max_length=300)),
                (
                    "body",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="agencies.body"
                    ),
                ),
                (
                    "corrects",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="corrected_by",
                        to="publication.channel",
                    ),
                ),
                (
                    "done_by",
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
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="register.item"
                    ),
                ),
                (
                    "taken_down_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(fields=["item", "version_number"], name="channel_of_item"),
                    models.Index(
                        condition=models.Q(("done_on__isnull", True), ("dropped_because", "")),
                        fields=["body", "planned_on"],
                        name="channel_to_do",
                    ),
                    models.Index(
                        condition=models.Q(("stays_until__isnull", False), ("taken_down_on__isnull", True)),
                        fields=["body", "stays_until"],
                        name="channel_to_take_down",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ChannelFile",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("minutes", "minutes"),
                            ("photo", "photo"),
                            ("clipping", "clipping"),
                            ("gazette", "gazette"),
                            ("recording", "recording"),
                        ],
                        max_length=12,
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("waiting", "Đang kiểm tra"),
                            ("kept", "Đã kiểm tra"),
                            ("unreadable", "Không đọc được"),
                            ("refused", "Bị từ chối"),
                        ],
                        default="waiting",
                        max_length=12,
                    ),
                ),
                ("name", models.CharField(blank=True, max_length=255)),
                ("size", models.PositiveBigIntegerField()),
                ("file_id", models.BigIntegerField(null=True, unique=True)),
                ("handed_in_at", models.DateTimeField()),
                ("code", models.CharField(blank=True, max_length=40)),
                ("sentence", models.CharField(blank=True, max_length=500)),
                ("struck_at", models.DateTimeField(null=True)),
                (
                    "channel",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="files", to="publication.channel"
                    ),
                ),
                (
                    "handed_in_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "struck_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(
                        condition=models.Q(("state", "waiting")), fields=["state"], name="channel_file_waiting"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="DecisionScan",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("waiting", "Đang kiểm tra"),
                            ("kept", "Đã kiểm tra"),
                            ("unreadable", "Không đọc được"),
                            ("refused", "Bị từ chối"),
                        ],
                        default="waiting",
                        max_length=12,
                    ),
                ),
                ("name", models.CharField(blank=True, max_length=255)),
                ("size", models.PositiveBigIntegerField()),
                ("file_id", models.BigIntegerField(null=True, unique=True)),
                ("text", models.TextField(blank=True)),
                ("code", models.CharField(blank=True, max_length=40)),
                ("sentence", models.CharField(blank=True, max_length=500)),
                (
                    "announcement",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="scans", to="publication.announcement"
                    ),
                ),
                (
                    "handed_in_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(
                        condition=models.Q(("state", "waiting")), fields=["state"], name="decision_scan_waiting"
                    )
                ],
                "constraints": [models.UniqueConstraint(fields=("announcement",), name="one_scan_an_announcement")],
            },
        ),
        migrations.CreateModel(
            name="ListedUnit",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("position", models.PositiveIntegerField()),
                ("name", models.CharField(max_length=300)),
                ("address", models.CharField(blank=True, max_length=300)),
                ("telephone", models.CharField(blank=True, max_length=40)),
                ("email", models.CharField(blank=True, max_length=254)),
                ("website", models.CharField(blank=True, max_length=300)),
                ("services", models.CharField(max_length=500)),
                (
                    "announcement",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="units", to="publication.announcement"
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="agencies.body"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("announcement", "unit"), name="one_line_a_listed_unit")
                ],
            },
        ),
        migrations.CreateModel(
            name="OpinionRound",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("asked_at", models.DateTimeField()),
                ("until_on", models.DateField()),
                ("note", models.CharField(blank=True, max_length=500)),
                ("closed_at", models.DateTimeField(null=True)),
                (
                    "asked_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="AskedForOpinion",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "body",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="agencies.body"
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "round",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="asked", to="publication.opinionround"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("person__isnull", True)),
                        fields=("round", "body"),
                        name="one_question_a_body_a_round",
                    ),
                    models.UniqueConstraint(fields=("round", "person"), name="one_question_a_person_a_round"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Petition",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.CharField(max_length=20, unique=True)),
                ("version_number", models.PositiveIntegerField()),
                (
                    "way",
                    models.CharField(
                        choices=[
                            ("online", "online"),
                            ("counter", "counter"),
                            ("post", "post"),
                            ("telephone", "telephone"),
                        ],
                        max_length=10,
                    ),
                ),
                ("form_key", models.CharField(blank=True, max_length=64)),
                ("sender", models.CharField(blank=True, max_length=200)),
                ("contact", models.CharField(blank=True, max_length=300)),
                ("text", models.TextField()),
                ("received_at", models.DateTimeField()),
                ("received_on", models.DateField()),
                ("statute", models.CharField(max_length=20)),
                ("due_on", models.DateField()),
                ("is_due_provisional", models.BooleanField(default=False)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("received", "received"),
                            ("found_right", "found_right"),
                            ("found_wrong", "found_wrong"),
                            ("corrected", "corrected"),
                            ("set_aside", "set_aside"),
                        ],
                        max_length=12,
                    ),
                ),
                ("answer", models.TextField(blank=True)),
                ("answered_on", models.DateField(null=True)),
                ("corrected_in", models.PositiveIntegerField(null=True)),
                ("corrected_on", models.DateField(null=True)),
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
                    "entered_by",
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
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="register.item"
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(fields=["body", "state", "due_on"], name="petition_due_of_body"),
                    models.Index(fields=["item", "state"], name="petition_of_item"),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("form_key", ""), _negated=True),
                        fields=("form_key",),
                        name="one_petition_a_form_sent",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="CorrectionRequest",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("publisher", models.CharField(max_length=300)),
                ("place", models.CharField(max_length=500)),
                ("what", models.CharField(max_length=1000)),
                ("letter_id", models.BigIntegerField(null=True)),
                ("asked_on", models.DateField()),
                (
                    "outcome",
                    models.CharField(
                        blank=True,
                        choices=[("corrected", "corrected"), ("declined", "declined")],
                        default="",
                        max_length=12,
                    ),
                ),
                ("answer", models.CharField(blank=True, default="", max_length=1000)),
                ("answered_on", models.DateField(null=True)),
                ("done_on", models.DateField(null=True)),
                (
                    "asked_by",
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
                    "item",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="register.item"
                    ),
                ),
                (
                    "petition",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="requests",
                        to="publication.petition",
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["item"], name="correction_request_of_item")],
            },
        ),
        migrations.CreateModel(
            name="Procedure",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("statute", models.CharField(max_length=40)),
                ("law_lines", models.JSONField(default=list)),
                ("law_digest", models.CharField(max_length=64)),
                ("days_at_hand", models.PositiveSmallIntegerField()),
                ("place", models.CharField(blank=True, max_length=300)),
                ("hours", models.CharField(blank=True, max_length=200)),
                ("remark", models.TextField(blank=True, max_length=2000)),
                (
                    "announcement",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="procedure",
                        to="publication.announcement",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="ProcedureStep",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("position", models.PositiveSmallIntegerField()),
                ("title", models.CharField(max_length=300)),
                ("unit_name", models.CharField(max_length=300)),
                ("days", models.DecimalField(decimal_places=1, max_digits=4)),
                (
                    "procedure",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="steps", to="publication.procedure"
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="agencies.body"
                    ),
                ),
            ],
            options={
                "ordering": ["position"],
                "constraints": [models.UniqueConstraint(fields=("procedure", "position"), name="one_step_a_place")],
            },
        ),
        migrations.CreateModel(
            name="Publication",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("subject_kind", models.CharField(max_length=40)),
                ("subject_id", models.BigIntegerField()),
                ("version_id", models.BigIntegerField(default=0)),
                ("version_number", models.PositiveIntegerField(default=0)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("draft", "draft"),
                            ("checked", "checked"),
                            ("submitted", "submitted"),
                            ("scheduled", "scheduled"),
                            ("public", "public"),
                            ("corrected", "corrected"),
                            ("sent_back", "sent_back"),
                            ("taken_back", "taken_back"),
                            ("withdrawn", "withdrawn"),
                        ],
                        max_length=20,
                    ),
                ),
                ("submitted_at", models.DateTimeField()),
                ("approved_at", models.DateTimeField(null=True)),
                ("approved_by_drafter", models.BooleanField(default=False)),
                ("digest", models.CharField(blank=True, max_length=64)),
                ("words", models.JSONField(default=dict)),
                ("publish_on", models.DateField(null=True)),
                ("hides_earlier", models.BooleanField(default=False)),
                ("opened_on", models.DateField(null=True)),
                ("remark", models.CharField(blank=True, max_length=500)),
                (
                    "approved_by",
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
                    "drafted_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "submitted_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(fields=["subject_kind", "state"], name="publication_subject_428ef3_idx"),
                    models.Index(fields=["body", "state"], name="publication_body_id_052822_idx"),
                    models.Index(
                        condition=models.Q(("state", "scheduled")), fields=["publish_on"], name="publication_scheduled"
                    ),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("subject_kind", "subject_id", "version_id"), name="one_publication_a_version"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Redaction",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("subject_kind", models.CharField(max_length=40)),
                ("subject_id", models.BigIntegerField()),
                ("file_id", models.BigIntegerField()),
                ("file_name", models.CharField(max_length=255)),
                ("sha256", models.CharField(max_length=64)),
                ("statute", models.CharField(max_length=40)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("reading", "reading"),
                            ("marking", "marking"),
                            ("handed_on", "handed_on"),
                            ("applying", "applying"),
                            ("made", "made"),
                            ("approved", "approved"),
                            ("refused", "refused"),
                            ("dropped", "dropped"),
                        ],
                        default=minhbach.domain.lifecycles.redaction.RedactionState["READING"],
                        max_length=12,
                    ),
                ),
                ("format", models.CharField(blank=True, max_length=12)),
                ("pages", models.PositiveIntegerField(default=0)),
                ("done_pages", models.PositiveIntegerField(default=0)),
                ("left_out", models.JSONField(default=list)),
                ("trouble", models.CharField(blank=True, max_length=500)),
                ("remark", models.CharField(blank=True, max_length=500)),
                ("begun_at", models.DateTimeField()),
                ("marked_at", models.DateTimeField(null=True)),
                ("approved_at", models.DateTimeField(null=True)),
                ("approved_by_marker", models.BooleanField(default=False)),
                ("copy_id", models.BigIntegerField(null=True)),
                ("copy_name", models.CharField(blank=True, max_length=200)),
                ("copy_sha256", models.CharField(blank=True, max_length=64)),
                ("proof", models.JSONField(default=dict)),
                ("result", models.BigIntegerField(null=True)),
                (
                    "applied_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "approved_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "begun_by",
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
                    "marked_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["-pk"],
                "indexes": [
                    models.Index(fields=["subject_kind", "subject_id"], name="redaction_of"),
                    models.Index(fields=["body", "state"], name="redaction_of_body"),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(
                            ("state__in", ["reading", "marking", "handed_on", "applying", "made", "refused"])
                        ),
                        fields=("file_id",),
                        name="one_running_redaction_a_file",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("approved_by_marker", True),
                            ("approved_by__isnull", True),
                            models.Q(("approved_by", models.F("marked_by")), _negated=True),
                            _connector="OR",
                        ),
                        name="redaction_is_approved_by_another",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="RedactionMark",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("page", models.PositiveIntegerField()),
                ("boxes", models.JSONField()),
                (
                    "source",
                    models.CharField(
                        choices=[
                            ("found", "found"),
                            ("left", "left"),
                            ("lines", "lines"),
                            ("strip", "strip"),
                            ("page", "page"),
                            ("drawn", "drawn"),
                        ],
                        max_length=10,
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[("proposed", "proposed"), ("removed", "removed"), ("kept", "kept")], max_length=10
                    ),
                ),
                ("label", models.CharField(blank=True, max_length=12)),
                ("text", models.CharField(blank=True, max_length=300)),
                ("why", models.CharField(blank=True, max_length=200)),
                ("confidence", models.FloatField(null=True)),
                ("ground", models.CharField(blank=True, max_length=20)),
                (
                    "kept",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("official", "official"),
                            ("consent", "consent"),
                            ("law", "law"),
                            ("interest", "interest"),
                            ("mistaken", "mistaken"),
                        ],
                        max_length=12,
                    ),
                ),
                ("words", models.CharField(blank=True, max_length=300)),
                ("decided_at", models.DateTimeField(null=True)),
                (
                    "decided_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "redaction",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="marks", to="publication.redaction"
                    ),
                ),
            ],
            options={
                "ordering": ["page", "pk"],
                "indexes": [models.Index(fields=["redaction", "state"], name="mark_decided")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "removed"), _negated=True),
                            models.Q(("ground", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="what_goes_has_a_ground",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "kept"), _negated=True),
                            models.Q(("kept", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="what_stays_has_a_reason",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="RedactionPage",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.PositiveIntegerField()),
                ("shape", models.JSONField()),
                ("lines", models.JSONField()),
                (
                    "redaction",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="own_pages",
                        to="publication.redaction",
                    ),
                ),
            ],
            options={
                "ordering": ["number"],
                "constraints": [models.UniqueConstraint(fields=("redaction", "number"), name="one_page_a_number")],
            },
        ),
        migrations.CreateModel(
            name="Regulation",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("drafting", "drafting"),
                            ("in_opinions", "in_opinions"),
                            ("at_signing", "at_signing"),
                            ("issued", "issued"),
                        ],
                        max_length=20,
                    ),
                ),
                ("model_key", models.CharField(blank=True, max_length=60)),
                ("model_version", models.CharField(blank=True, max_length=40)),
                ("statute", models.CharField(max_length=40)),
                ("subject", models.CharField(max_length=500)),
                ("values", models.JSONField(default=dict)),
                ("returned_reason", models.CharField(blank=True, max_length=300)),
                (
                    "announcement",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="regulation",
                        to="publication.announcement",
                    ),
                ),
                (
                    "letter",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="papers.letter"
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["state"], name="regulation_by_state")],
            },
        ),
        migrations.AddField(
            model_name="opinionround",
            name="regulation",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="rounds", to="publication.regulation"
            ),
        ),
        migrations.CreateModel(
            name="RegulationArticle",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("position", models.PositiveSmallIntegerField()),
                ("key", models.CharField(blank=True, max_length=60)),
                ("chapter", models.CharField(blank=True, max_length=200)),
                ("title", models.CharField(max_length=300)),
                ("text", models.TextField(blank=True)),
                ("left_out", models.BooleanField(default=False)),
                ("reason", models.CharField(blank=True, max_length=500)),
                (
                    "regulation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="articles",
                        to="publication.regulation",
                    ),
                ),
            ],
            options={
                "ordering": ["position"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("key", ""), _negated=True),
                        fields=("regulation", "key"),
                        name="one_article_of_a_model_a_regulation",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Opinion",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("about", models.CharField(blank=True, max_length=320)),
                ("stance", models.CharField(choices=[("agrees", "agrees"), ("changes", "changes")], max_length=20)),
                ("text", models.TextField(blank=True)),
                ("given_at", models.DateTimeField()),
                (
                    "answer",
                    models.CharField(
                        blank=True,
                        choices=[("taken", "taken"), ("partly", "partly"), ("not_taken", "not_taken")],
                        max_length=20,
                    ),
                ),
                ("answer_text", models.TextField(blank=True)),
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
                    "asked",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="opinions",
                        to="publication.askedforopinion",
                    ),
                ),
                (
                    "given_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "article",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="publication.regulationarticle",
                    ),
                ),
            ],
            options={
                "ordering": ["asked", "pk"],
            },
        ),
        migrations.CreateModel(
            name="ScreeningRun",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "state",
                    models.CharField(
                        choices=[("waiting", "Đang kiểm tra"), ("done", "Đã kiểm tra")],
                        default="waiting",
                        max_length=10,
                    ),
                ),
                ("asked_at", models.DateTimeField()),
                ("done_at", models.DateTimeField(null=True)),
                ("digest", models.CharField(blank=True, max_length=64)),
                ("looked_at", models.JSONField(default=list)),
                ("secrecy", models.CharField(blank=True, max_length=20)),
                ("urgency", models.CharField(blank=True, max_length=20)),
                (
                    "asked_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "publication",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="runs", to="publication.publication"
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(condition=models.Q(("state", "waiting")), fields=["state"], name="screening_waiting")
                ],
            },
        ),
        migrations.CreateModel(
            name="ScreeningFinding",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("label", models.CharField(max_length=12)),
                ("text", models.CharField(max_length=300)),
                ("source", models.CharField(blank=True, max_length=200)),
                ("sha256", models.CharField(blank=True, max_length=64)),
                ("page", models.PositiveIntegerField(null=True)),
                ("before", models.CharField(blank=True, max_length=80)),
                ("after", models.CharField(blank=True, max_length=80)),
                ("why", models.CharField(blank=True, max_length=200)),
                ("confidence", models.FloatField()),
                (
                    "ground",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("official", "official"),
                            ("consent", "consent"),
                            ("law", "law"),
                            ("interest", "interest"),
                            ("mistaken", "mistaken"),
                        ],
                        max_length=12,
                    ),
                ),
                ("ground_words", models.CharField(blank=True, max_length=300)),
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
                    "run",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="findings",
                        to="publication.screeningrun",
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["run", "ground"], name="finding_answered")],
            },
        ),
        migrations.CreateModel(
            name="SecretFinding",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("version_id", models.BigIntegerField()),
                ("version_number", models.PositiveIntegerField()),
                ("version_file", models.BigIntegerField()),
                ("edition", models.CharField(max_length=16)),
                ("found_at", models.DateTimeField()),
                ("was_public", models.BooleanField()),
                (
                    "decision",
                    models.CharField(
                        blank=True, choices=[("secret", "secret"), ("mistaken", "mistaken")], max_length=12
                    ),
                ),
                ("words", models.CharField(blank=True, max_length=500)),
                ("decided_at", models.DateTimeField(null=True)),
                (
                    "body",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="agencies.body"
                    ),
                ),
                (
                    "decided_by",
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
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="register.item"
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["version_id"], name="secret_finding_of_version")],
                "constraints": [
                    models.UniqueConstraint(fields=("version_file", "edition"), name="one_finding_a_file_and_edition")
                ],
            },
        ),
        migrations.CreateModel(
            name="TermDecision",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("term_on", models.DateField()),
                ("stays_until", models.DateField(null=True)),
                (
                    "ground",
                    models.CharField(
                        choices=[("law", "law"), ("interest", "interest"), ("in_force", "in_force")], max_length=12
                    ),
                ),
                ("words", models.CharField(max_length=300)),
                ("decided_on", models.DateField()),
                (
                    "decided_by",
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
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="register.item"
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["item", "term_on"], name="term_decision_of_item")],
            },
        ),
        migrations.CreateModel(
            name="Translation",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("version_number", models.PositiveIntegerField(default=0)),
                ("language", models.CharField(max_length=35)),
                ("title", models.CharField(max_length=1000)),
                ("text", models.TextField()),
                ("translator", models.CharField(max_length=300)),
                ("revision", models.PositiveIntegerField(default=0)),
                ("drafted_at", models.DateTimeField()),
                ("public_from", models.DateField(null=True)),
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
                (
                    "item",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.CASCADE, related_name="+", to="register.item"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("item__isnull", False)),
                        fields=("item", "version_number", "language"),
                        name="one_translation_a_version",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("item__isnull", True)),
                        fields=("body", "language"),
                        name="one_own_text_a_language",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Withdrawal",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("withdrawn_on", models.DateField()),
                (
                    "why",
                    models.CharField(
                        choices=[
                            ("wrong", "wrong"),
                            ("personal", "personal"),
                            ("ended", "ended"),
                            ("untold", "untold"),
                        ],
                        max_length=12,
                    ),
                ),
                ("remark", models.CharField(max_length=500)),
                ("until_on", models.DateField(null=True)),
                (
                    "item",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="register.item"
                    ),
                ),
                (
                    "withdrawn_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("until_on__isnull", True)),
                        fields=("item",),
                        name="one_running_withdrawal_an_item",
                    )
                ],
            },
        ),
        migrations.AddConstraint(
            model_name="opinionround",
            constraint=models.UniqueConstraint(
                condition=models.Q(("closed_at__isnull", True)),
                fields=("regulation",),
                name="one_open_round_of_opinions",
            ),
        ),
    ]
