"""The tables of `requests`, in one step instead of the 5 by which they came to be."""

import django.db.models.deletion
import minhbach.domain.lifecycles.request
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True
    replaces = [
        ("requests", "0001_initial"),
        ("requests", "0002_answers"),
        ("requests", "0003_contentment"),
        ("requests", "0004_service_portal"),
        ("requests", "0005_books"),
    ]

    dependencies = [
        ("accounts", "__first__"),
        ("agencies", "0001_tables"),
        ("intake", "0001_tables"),
        ("register", "0001_tables"),
    ]

    operations = [
        migrations.CreateModel(
            name="PortalNonce",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("nonce", models.CharField(max_length=64, unique=True)),
                ("seen_at", models.DateTimeField(db_index=True)),
            ],
        ),
        migrations.CreateModel(
            name="BookImport",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("year", models.PositiveSmallIntegerField()),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("mapping", "Mapping"),
                            ("done", "Done"),
                            ("undone", "Undone"),
                            ("dropped", "Dropped"),
                        ],
                        default="mapping",
                        max_length=10,
                    ),
                ),
                ("handed_in_at", models.DateTimeField()),
                ("content", models.JSONField(default=dict)),
                ("sheet", models.PositiveSmallIntegerField(default=0)),
                ("head_row", models.PositiveIntegerField(default=0)),
                ("columns", models.JSONField(null=True)),
                ("rows", models.PositiveIntegerField(default=0)),
                ("last_before", models.PositiveIntegerField(default=0)),
                (
                    "body",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="agencies.body"
                    ),
                ),
                (
                    "handed_in_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "ordering": ["-handed_in_at", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="Case",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.CharField(max_length=24, unique=True)),
                ("statute", models.CharField(max_length=20)),
                (
                    "channel",
                    models.CharField(
                        choices=[("in_person", "in_person"), ("online", "online"), ("post", "post"), ("fax", "fax")],
                        max_length=12,
                    ),
                ),
                ("sent_on", models.DateField()),
                ("received_on", models.DateField()),
                ("subject", models.CharField(blank=True, max_length=200)),
                ("search_text", models.CharField(blank=True, max_length=300)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("received", "received"),
                            ("lacking", "lacking"),
                            ("in_work", "in_work"),
                            ("consulting", "consulting"),
                            ("prepared", "prepared"),
                            ("approved", "approved"),
                            ("payment", "payment"),
                            ("provided", "provided"),
                            ("provided_in_part", "provided_in_part"),
                            ("pointed", "pointed"),
                            ("refused", "refused"),
                            ("referred", "referred"),
                            ("handed_over", "handed_over"),
                            ("split", "split"),
                            ("withdrawn", "withdrawn"),
                            ("unanswered", "unanswered"),
                            ("set_aside", "set_aside"),
                            ("voided", "voided"),
                        ],
                        default=minhbach.domain.lifecycles.request.RequestState["RECEIVED"],
                        max_length=16,
                    ),
                ),
                ("valid_on", models.DateField(null=True)),
                (
                    "complexity",
                    models.CharField(blank=True, choices=[("simple", "simple"), ("complex", "complex")], max_length=8),
                ),
                ("extension", models.PositiveSmallIntegerField(null=True)),
                ("due_on", models.DateField(null=True)),
                ("notice_due_on", models.DateField(null=True)),
                ("is_due_provisional", models.BooleanField(default=False)),
                ("ended_on", models.DateField(null=True)),
                ("unanswered_since", models.DateTimeField(null=True)),
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
                    "submission",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="intake.submission"
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="agencies.body"
                    ),
                ),
                (
                    "whole",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="parts", to="requests.case"
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(fields=["body", "state", "due_on"], name="case_due_of_body"),
                    models.Index(fields=["body", "-received_on", "-id"], name="case_newest_of_body"),
                    models.Index(fields=["handler", "state"], name="case_of_handler"),
                ],
            },
        ),
        migrations.CreateModel(
            name="BookLine",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("year", models.PositiveSmallIntegerField()),
                ("number", models.PositiveIntegerField()),
                (
                    "body",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="agencies.body"
                    ),
                ),
                (
                    "book_import",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="lines",
                        to="requests.bookimport",
                    ),
                ),
                (
                    "case",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE, related_name="book_line", to="requests.case"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("body", "year", "number"), name="one_case_a_book_number")
                ],
            },
        ),
        migrations.CreateModel(
            name="AnswerFile",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("waiting", "waiting"),
                            ("looked", "looked"),
                            ("refused", "refused"),
                            ("unreadable", "unreadable"),
                            ("taken_out", "taken_out"),
                        ],
                        max_length=12,
                    ),
                ),
                ("name", models.CharField(blank=True, max_length=255)),
                ("size", models.PositiveBigIntegerField()),
                ("place", models.CharField(blank=True, max_length=64)),
                ("file_id", models.BigIntegerField(null=True)),
                ("sha256", models.CharField(blank=True, max_length=64)),
                ("trouble", models.CharField(blank=True, max_length=500)),
                ("added_at", models.DateTimeField()),
                (
                    "added_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="answer_files", to="requests.case"
                    ),
                ),
            ],
            options={
                "ordering": ["pk"],
                "indexes": [
                    models.Index(condition=models.Q(("state", "waiting")), fields=["state"], name="answer_file_waiting")
                ],
            },
        ),
        migrations.CreateModel(
            name="Answer",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "outcome",
                    models.CharField(
                        choices=[
                            ("provide", "provide"),
                            ("provide_in_part", "provide_in_part"),
                            ("point", "point"),
                            ("refuse", "refuse"),
                        ],
                        max_length=20,
                    ),
                ),
                ("ground", models.CharField(blank=True, max_length=20)),
                ("given", models.TextField(blank=True)),
                ("reason", models.TextField(blank=True)),
                ("kept", models.TextField(blank=True)),
                ("remedy", models.TextField(blank=True)),
                ("explainer", models.CharField(blank=True, max_length=300)),
                ("where", models.TextField(blank=True)),
                ("drafted_at", models.DateTimeField()),
                ("submitted_at", models.DateTimeField(null=True)),
                ("approved_at", models.DateTimeField(null=True)),
                ("approved_by_drafter", models.BooleanField(default=False)),
                ("digest", models.CharField(blank=True, max_length=64)),
                ("letter_id", models.BigIntegerField(null=True)),
                ("sent_on", models.DateField(null=True)),
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
                        null=True, on_delete=django.db.models.deletion.SET_NULL, related_name="+", to="register.item"
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="answers", to="requests.case"
                    ),
                ),
            ],
            options={
                "ordering": ["pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("outcome", "refuse"), _negated=True),
                            models.Q(("ground", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="refusal_has_a_ground",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("approved_by_drafter", True),
                            ("approved_by__isnull", True),
                            models.Q(("approved_by", models.F("drafted_by")), _negated=True),
                            _connector="OR",
                        ),
                        name="answer_is_approved_by_another",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Consultation",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "kind",
                    models.CharField(choices=[("opinion", "opinion"), ("third_person", "third_person")], max_length=16),
                ),
                ("sealed_who", models.TextField(blank=True)),
                ("question", models.TextField(blank=True)),
                ("asked_on", models.DateField()),
                ("by", models.DateField()),
                ("answered_on", models.DateField(null=True)),
                (
                    "outcome",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("agrees", "agrees"),
                            ("agrees_in_part", "agrees_in_part"),
                            ("disagrees", "disagrees"),
                            ("no_answer", "no_answer"),
                        ],
                        max_length=16,
                    ),
                ),
                ("words", models.TextField(blank=True)),
                ("letter_id", models.BigIntegerField(null=True)),
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
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="agencies.body"
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="consultations", to="requests.case"
                    ),
                ),
            ],
            options={
                "ordering": ["pk"],
                "indexes": [
                    models.Index(
                        condition=models.Q(("answered_on__isnull", True)),
                        fields=["case"],
                        name="consultation_out_of_case",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Contentment",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "content",
                    models.CharField(choices=[("yes", "yes"), ("partly", "partly"), ("no", "no")], max_length=8),
                ),
                ("words", models.TextField(blank=True)),
                ("said_at", models.DateTimeField()),
                (
                    "case",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE, related_name="contentment", to="requests.case"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="CostNotice",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("lines", models.JSONField()),
                ("postage", models.PositiveIntegerField(default=0)),
                ("share", models.PositiveSmallIntegerField(default=100)),
                ("total", models.PositiveIntegerField()),
                ("told_on", models.DateField()),
                ("pay_by", models.DateField()),
                ("letter_id", models.BigIntegerField(null=True)),
                ("paid_on", models.DateField(null=True)),
                (
                    "paid_way",
                    models.CharField(
                        blank=True,
                        choices=[("transfer", "transfer"), ("cash", "cash"), ("treasury", "treasury")],
                        max_length=12,
                    ),
                ),
                ("receipt", models.CharField(blank=True, max_length=60)),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="costs", to="requests.case"
                    ),
                ),
                (
                    "told_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["pk"],
                "constraints": [
                    models.CheckConstraint(condition=models.Q(("total__gt", 0)), name="cost_told_has_a_sum")
                ],
            },
        ),
        migrations.CreateModel(
            name="DeliverySent",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "way",
                    models.CharField(
                        choices=[
                            ("code", "code"),
                            ("email", "email"),
                            ("post", "post"),
                            ("counter", "counter"),
                            ("reading", "reading"),
                            ("fax", "fax"),
                        ],
                        max_length=16,
                    ),
                ),
                ("on", models.DateField()),
                ("at", models.DateTimeField()),
                ("words", models.CharField(blank=True, max_length=500)),
                ("code_hash", models.CharField(blank=True, max_length=160)),
                ("code_until", models.DateField(null=True)),
                ("opened_at", models.DateTimeField(null=True)),
                ("went_wrong_on", models.DateField(null=True)),
                ("put_right_on", models.DateField(null=True)),
                ("put_right", models.TextField(blank=True)),
                ("letter_id", models.BigIntegerField(null=True)),
                (
                    "answer",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="deliveries", to="requests.answer"
                    ),
                ),
                (
                    "by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["pk"],
            },
        ),
        migrations.CreateModel(
            name="FileFinding",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("label", models.CharField(max_length=20)),
                ("text", models.CharField(max_length=300)),
                ("page", models.PositiveIntegerField(null=True)),
                ("before", models.CharField(blank=True, max_length=100)),
                ("after", models.CharField(blank=True, max_length=100)),
                ("why", models.CharField(blank=True, max_length=200)),
                ("ground", models.CharField(blank=True, max_length=16)),
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
                    "file",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="findings", to="requests.answerfile"
                    ),
                ),
            ],
            options={
                "ordering": ["pk"],
            },
        ),
        migrations.CreateModel(
            name="PaymentAccount",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("bank", models.CharField(max_length=6)),
                ("bank_name", models.CharField(max_length=120)),
                ("number", models.CharField(max_length=19)),
                ("holder", models.CharField(max_length=200)),
                ("treasury", models.CharField(blank=True, max_length=300)),
                ("set_at", models.DateTimeField()),
                (
                    "body",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="agencies.body"
                    ),
                ),
                (
                    "set_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="PortalCase",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("portal_number", models.CharField(max_length=64, unique=True)),
                ("digest", models.CharField(max_length=64)),
                ("told", models.PositiveIntegerField(default=0)),
                ("last_step", models.BigIntegerField(default=0)),
                (
                    "case",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, related_name="portal_case", to="requests.case"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="PortalNews",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("place", models.PositiveIntegerField()),
                ("content", models.JSONField()),
                (
                    "state",
                    models.CharField(
                        choices=[("queued", "Queued"), ("sent", "Sent"), ("refused", "Refused")],
                        default="queued",
                        max_length=8,
                    ),
                ),
                ("attempts", models.PositiveIntegerField(default=0)),
                ("next_at", models.DateTimeField()),
                ("said", models.CharField(blank=True, max_length=300)),
                ("queued_at", models.DateTimeField()),
                ("sent_at", models.DateTimeField(null=True)),
                (
                    "portal_case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="news", to="requests.portalcase"
                    ),
                ),
            ],
            options={
                "ordering": ["portal_case", "place"],
                "indexes": [models.Index(fields=["state", "next_at"], name="portal_news_due")],
                "constraints": [models.UniqueConstraint(fields=("portal_case", "place"), name="portal_news_in_order")],
            },
        ),
        migrations.CreateModel(
            name="RemovedPart",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("place", models.CharField(max_length=300)),
                ("ground", models.CharField(max_length=20)),
                ("reason", models.CharField(max_length=1000)),
                (
                    "answer",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="removed", to="requests.answer"
                    ),
                ),
            ],
            options={
                "ordering": ["pk"],
            },
        ),
        migrations.CreateModel(
            name="Review",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("correction", "correction"),
                            ("own_error", "own_error"),
                            ("complaint", "complaint"),
                            ("second_complaint", "second_complaint"),
                            ("lawsuit", "lawsuit"),
                        ],
                        max_length=20,
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("received", "received"),
                            ("accepted", "accepted"),
                            ("upheld", "upheld"),
                            ("rejected", "rejected"),
                            ("not_accepted", "not_accepted"),
                            ("withdrawn", "withdrawn"),
                        ],
                        max_length=16,
                    ),
                ),
                ("begun_on", models.DateField()),
                ("accepted_on", models.DateField(null=True)),
                ("is_complex", models.BooleanField(default=False)),
                ("due_on", models.DateField(null=True)),
                ("article", models.CharField(blank=True, max_length=200)),
                ("is_due_provisional", models.BooleanField(default=False)),
                ("words", models.TextField(blank=True)),
                ("decided_on", models.DateField(null=True)),
                ("decision", models.TextField(blank=True)),
                ("letter_id", models.BigIntegerField(null=True)),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="reviews", to="requests.case"
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
                "ordering": ["pk"],
                "indexes": [
                    models.Index(
                        condition=models.Q(("decided_on__isnull", True)),
                        fields=["state", "due_on"],
                        name="review_open_due",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Step",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "event",
                    models.CharField(
                        choices=[
                            ("find_valid", "find_valid"),
                            ("ask_supplement", "ask_supplement"),
                            ("supplement", "supplement"),
                            ("close_unanswered", "close_unanswered"),
                            ("set_aside", "set_aside"),
                            ("assign", "assign"),
                            ("notify_term", "notify_term"),
                            ("extend", "extend"),
                            ("ask_opinion", "ask_opinion"),
                            ("ask_third_person", "ask_third_person"),
                            ("hear", "hear"),
                            ("go_on", "go_on"),
                            ("prepare", "prepare"),
                            ("send_back", "send_back"),
                            ("approve", "approve"),
                            ("ask_payment", "ask_payment"),
                            ("pay", "pay"),
                            ("provide", "provide"),
                            ("provide_in_part", "provide_in_part"),
                            ("point", "point"),
                            ("refuse", "refuse"),
                            ("refer", "refer"),
                            ("hand_over", "hand_over"),
                            ("split", "split"),
                            ("withdraw", "withdraw"),
                            ("reopen", "reopen"),
                            ("void", "void"),
                        ],
                        max_length=20,
                    ),
                ),
                (
                    "from_state",
                    models.CharField(
                        choices=[
                            ("received", "received"),
                            ("lacking", "lacking"),
                            ("in_work", "in_work"),
                            ("consulting", "consulting"),
                            ("prepared", "prepared"),
                            ("approved", "approved"),
                            ("payment", "payment"),
                            ("provided", "provided"),
                            ("provided_in_part", "provided_in_part"),
                            ("pointed", "pointed"),
                            ("refused", "refused"),
                            ("referred", "referred"),
                            ("handed_over", "handed_over"),
                            ("split", "split"),
                            ("withdrawn", "withdrawn"),
                            ("unanswered", "unanswered"),
                            ("set_aside", "set_aside"),
                            ("voided", "voided"),
                        ],
                        max_length=16,
                    ),
                ),
                (
                    "to_state",
                    models.CharField(
                        choices=[
                            ("received", "received"),
                            ("lacking", "lacking"),
                            ("in_work", "in_work"),
                            ("consulting", "consulting"),
                            ("prepared", "prepared"),
                            ("approved", "approved"),
                            ("payment", "payment"),
                            ("provided", "provided"),
                            ("provided_in_part", "provided_in_part"),
                            ("pointed", "pointed"),
                            ("refused", "refused"),
                            ("referred", "referred"),
                            ("handed_over", "handed_over"),
                            ("split", "split"),
                            ("withdrawn", "withdrawn"),
                            ("unanswered", "unanswered"),
                            ("set_aside", "set_aside"),
                            ("voided", "voided"),
                        ],
                        max_length=16,
                    ),
                ),
                ("on", models.DateField()),
                ("at", models.DateTimeField()),
                ("ground", models.CharField(blank=True, max_length=300)),
                ("words", models.TextField(blank=True)),
                ("note", models.TextField(blank=True)),
                ("facts", models.JSONField(default=dict)),
                ("message_id", models.BigIntegerField(null=True)),
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
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="steps", to="requests.case"
                    ),
                ),
            ],
            options={
                "ordering": ["pk"],
            },
        ),
        migrations.CreateModel(
            name="BookSeries",
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
                "constraints": [models.UniqueConstraint(fields=("body", "year"), name="one_request_book_a_year")],
            },
        ),
    ]
