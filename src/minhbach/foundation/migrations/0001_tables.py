"""The tables of `foundation`, in one step instead of the 9 by which they came to be."""

import django.db.models.deletion
import uuid
from django.db import migrations, models


from minhbach.foundation.eventlog.triggers import drop_triggers, make_triggers
from minhbach.foundation.search.schema import drop_index, make_index


class Migration(migrations.Migration):
    initial = True
    replaces = [
        ("foundation", "0001_initial"),
        ("foundation", "0002_append_only"),
        ("foundation", "0003_mail"),
        ("foundation", "0004_added_days"),
        ("foundation", "0005_search"),
        ("foundation", "0006_private_mail"),
        ("foundation", "0007_doomed_bytes"),
        ("foundation", "0008_training_mark"),
        ("foundation", "0009_file_looks"),
    ]

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="CalendarChange",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("act", models.CharField(max_length=20)),
                ("year", models.PositiveSmallIntegerField(null=True)),
                ("source", models.CharField(max_length=300)),
                ("made_by", models.CharField(max_length=80)),
                ("made_at", models.DateTimeField()),
                ("taken_back_by", models.CharField(blank=True, max_length=80)),
                ("taken_back_at", models.DateTimeField(null=True)),
                ("taken_back_because", models.CharField(blank=True, max_length=300)),
            ],
        ),
        migrations.CreateModel(
            name="CalendarState",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("token", models.CharField(blank=True, max_length=32)),
                ("counted", models.JSONField(null=True)),
            ],
        ),
        migrations.CreateModel(
            name="DoomedBytes",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("sha256", models.CharField(max_length=64, unique=True)),
                ("since", models.DateTimeField()),
            ],
        ),
        migrations.CreateModel(
            name="EventChain",
            fields=[
                ("name", models.CharField(max_length=64, primary_key=True, serialize=False)),
                ("count", models.PositiveBigIntegerField(default=0)),
                ("head", models.CharField(max_length=64)),
            ],
        ),
        migrations.CreateModel(
            name="JobLease",
            fields=[
                ("job", models.UUIDField(primary_key=True, serialize=False)),
                ("worker", models.CharField(blank=True, max_length=120)),
                ("leased_until", models.DateTimeField(db_index=True, null=True)),
                ("attempts", models.PositiveIntegerField(default=0)),
                ("last_failure", models.TextField(blank=True)),
                ("last_failed_at", models.DateTimeField(null=True)),
            ],
        ),
        migrations.CreateModel(
            name="ScheduledJob",
            fields=[
                ("name", models.CharField(max_length=200, primary_key=True, serialize=False)),
                ("next_at", models.DateTimeField()),
                ("last_at", models.DateTimeField(null=True)),
            ],
        ),
        migrations.CreateModel(
            name="SearchEntry",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("kind", models.CharField(max_length=64)),
                ("subject_id", models.BigIntegerField()),
                ("on", models.DateField(null=True)),
                ("letter", models.CharField(blank=True, max_length=8)),
                ("document_kind", models.CharField(blank=True, max_length=32)),
                ("year", models.PositiveSmallIntegerField(null=True)),
                ("visible_to", models.TextField()),
                ("bodies", models.TextField(blank=True)),
                ("number_key", models.CharField(blank=True, max_length=160)),
            ],
            options={
                "indexes": [models.Index(fields=["on", "id"], name="search_entry_newest")],
                "constraints": [models.UniqueConstraint(fields=("kind", "subject_id"), name="search_entry_once")],
            },
        ),
        migrations.CreateModel(
            name="SearchFrequency",
            fields=[
                ("lexeme", models.CharField(max_length=200, primary_key=True, serialize=False)),
                ("count", models.PositiveIntegerField()),
                ("is_word", models.BooleanField(db_index=True)),
            ],
        ),
        migrations.CreateModel(
            name="SearchState",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("version", models.PositiveIntegerField()),
                ("sampled", models.PositiveIntegerField(default=0)),
                ("entries_when_learned", models.PositiveIntegerField(default=0)),
                ("learned_at", models.DateTimeField(null=True)),
            ],
        ),
        migrations.CreateModel(
            name="StoredFile",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("sha256", models.CharField(db_index=True, max_length=64)),
                ("size", models.PositiveBigIntegerField()),
                ("name", models.CharField(max_length=200)),
                ("media_type", models.CharField(max_length=100)),
                ("subject_kind", models.CharField(max_length=64)),
                ("subject_id", models.CharField(max_length=64)),
                ("stored_by", models.CharField(max_length=80)),
                ("stored_at", models.DateTimeField()),
            ],
            options={
                "indexes": [models.Index(fields=["subject_kind", "subject_id"], name="stored_file_subject")],
            },
        ),
        migrations.CreateModel(
            name="TrainingMark",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("begun_at", models.DateTimeField()),
            ],
        ),
        migrations.CreateModel(
            name="AddedDay",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("day", models.DateField()),
                ("kind", models.CharField(blank=True, max_length=20)),
                ("why", models.CharField(blank=True, max_length=200)),
                ("instead_of", models.DateField(null=True)),
                (
                    "change",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="days", to="foundation.calendarchange"
                    ),
                ),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("change", "day"), name="one_row_a_day_in_a_change")],
            },
        ),
        migrations.CreateModel(
            name="Event",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("chain", models.CharField(max_length=64)),
                ("sequence", models.PositiveBigIntegerField()),
                ("kind", models.CharField(max_length=64)),
                ("subject_kind", models.CharField(max_length=64)),
                ("subject_id", models.CharField(max_length=64)),
                ("actor", models.CharField(max_length=80)),
                ("at", models.DateTimeField()),
                ("ground", models.CharField(blank=True, max_length=300)),
                ("facts", models.TextField(default="{}")),
                ("previous_hash", models.CharField(max_length=64)),
                ("hash", models.CharField(max_length=64)),
            ],
            options={
                "indexes": [
                    models.Index(fields=["subject_kind", "subject_id", "id"], name="event_subject"),
                    models.Index(fields=["kind", "id"], name="event_kind"),
                ],
                "constraints": [models.UniqueConstraint(fields=("chain", "sequence"), name="event_place_in_chain")],
            },
        ),
        migrations.CreateModel(
            name="FileLook",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("sha256", models.CharField(max_length=64, unique=True)),
                (
                    "virus_check",
                    models.CharField(
                        choices=[("clean", "clean"), ("not_scanned", "not_scanned"), ("infected", "infected")],
                        max_length=12,
                    ),
                ),
                ("virus", models.CharField(blank=True, max_length=100)),
                ("signatures", models.JSONField(default=list)),
                ("judged_with", models.CharField(max_length=16)),
                ("looked_at", models.DateTimeField()),
            ],
            options={
                "indexes": [models.Index(fields=["virus_check"], name="file_look_virus_check")],
            },
        ),
        migrations.CreateModel(
            name="LeftInMailbox",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("mailbox", models.CharField(max_length=300)),
                ("validity", models.BigIntegerField()),
                ("uid", models.BigIntegerField()),
                ("why", models.CharField(max_length=20)),
                ("noted_at", models.DateTimeField()),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("mailbox", "validity", "uid"), name="left_in_mailbox_once")
                ],
            },
        ),
        migrations.CreateModel(
            name="OutgoingMail",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("round", models.PositiveSmallIntegerField(default=1)),
                ("message_id", models.CharField(max_length=320, unique=True)),
                ("to", models.EmailField(max_length=254)),
                ("is_private", models.BooleanField(default=False)),
                ("subject", models.CharField(max_length=120)),
                ("text", models.TextField()),
                ("searchable", models.CharField(editable=False, max_length=400)),
                ("about_kind", models.CharField(max_length=64)),
                ("about_id", models.CharField(max_length=64)),
                ("body_id", models.BigIntegerField(null=True)),
                ("person_id", models.BigIntegerField(db_index=True, null=True)),
                ("state", models.CharField(default="queued", max_length=16)),
                ("attempts", models.PositiveSmallIntegerField(default=0)),
                ("unclear", models.PositiveSmallIntegerField(default=0)),
                ("trying_since", models.DateTimeField(null=True)),
                ("next_at", models.DateTimeField()),
                ("trouble", models.CharField(blank=True, max_length=16)),
                ("said", models.CharField(blank=True, max_length=500)),
                ("given_up_because", models.CharField(blank=True, max_length=300)),
                ("queued_by", models.CharField(max_length=80)),
                ("queued_at", models.DateTimeField()),
                ("sent_at", models.DateTimeField(null=True)),
            ],
            options={
                "indexes": [
                    models.Index(fields=["state", "next_at"], name="outgoing_mail_due"),
                    models.Index(fields=["about_kind", "about_id"], name="outgoing_mail_about"),
                    models.Index(fields=["body_id", "queued_at"], name="outgoing_mail_body"),
                ],
            },
        ),
        migrations.CreateModel(
            name="SearchText",
            fields=[
                (
                    "entry",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        serialize=False,
                        to="foundation.searchentry",
                    ),
                ),
                ("title", models.TextField()),
                ("number", models.CharField(blank=True, max_length=160)),
                ("body", models.TextField(blank=True)),
                ("compared", models.BinaryField()),
            ],
        ),
        # The database itself refuses to change or remove entries of the event log, whoever asks.
        migrations.RunPython(
            lambda apps, schema_editor: make_triggers(schema_editor.connection),
            lambda apps, schema_editor: drop_triggers(schema_editor.connection),
        ),
        # The index itself is no model: each database keeps it in its own way.
        migrations.RunPython(
            lambda apps, schema_editor: make_index(schema_editor.connection),
            lambda apps, schema_editor: drop_index(schema_editor.connection),
        ),
    ]
