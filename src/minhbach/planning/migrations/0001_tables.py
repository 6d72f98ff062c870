"""The tables of `planning`, in one step instead of the 15 by which they came to be."""

import django.db.models.deletion
import minhbach.domain.lifecycles.assignment
import minhbach.domain.lifecycles.plan_import
import minhbach.domain.reading.results
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True
    replaces = [
        ("planning", "0001_initial"),
        ("planning", "0002_work"),
        ("planning", "0003_first_limits"),
        ("planning", "0004_following"),
        ("planning", "0005_issued_documents"),
        ("planning", "0006_urging"),
        ("planning", "0007_held_evidence"),
        ("planning", "0008_sheets"),
        ("planning", "0009_work_of_units"),
        ("planning", "0010_periods"),
        ("planning", "0011_difficulty_spans"),
        ("planning", "0012_difficulties_carried"),
        ("planning", "0013_one_way_up"),
        ("planning", "0014_limits_that_move_with_days_off"),
        ("planning", "0015_period_that_runs"),
    ]

    dependencies = [
        ("accounts", "__first__"),
        ("agencies", "0001_tables"),
    ]

    operations = [
        migrations.CreateModel(
            name="Assignment",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("role", models.CharField(choices=[("lead", "chủ trì"), ("coordinating", "phối hợp")], max_length=20)),
                ("as_written", models.CharField(max_length=300)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("given", "given"),
                            ("in_work", "in_work"),
                            ("reported", "reported"),
                            ("done", "done"),
                            ("dropped", "dropped"),
                        ],
                        default=minhbach.domain.lifecycles.assignment.AssignmentState["GIVEN"],
                        max_length=20,
                    ),
                ),
                ("progress", models.PositiveSmallIntegerField(default=0)),
                ("due_on", models.DateField(null=True)),
                ("period_on", models.DateField(null=True)),
                ("done_on", models.DateField(null=True)),
                ("taken_over_on", models.DateField(null=True)),
                ("reported_on", models.DateField(null=True)),
                (
                    "body",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="agencies.body"
                    ),
                ),
                (
                    "given_body",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="agencies.body"
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
                    "unit",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="agencies.body"
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(fields=["body", "role", "state", "due_on"], name="assignment_by_body"),
                    models.Index(fields=["person", "state", "due_on"], name="assignment_by_person"),
                    models.Index(fields=["state", "due_on"], name="assignment_by_limit"),
                    models.Index(
                        condition=models.Q(("unit__isnull", False)),
                        fields=["unit", "due_on"],
                        name="assignment_by_unit",
                    ),
                ],
                "constraints": [
                    models.CheckConstraint(condition=models.Q(("progress__lte", 100)), name="progress_is_a_percentage")
                ],
            },
        ),
        migrations.CreateModel(
            name="Difficulty",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("raised", "raised"),
                            ("passed_up", "passed_up"),
                            ("answered", "answered"),
                            ("withdrawn", "withdrawn"),
                        ],
                        max_length=20,
                    ),
                ),
                ("text", models.TextField()),
                ("proposal", models.TextField(blank=True)),
                ("raised_at", models.DateTimeField()),
                ("answer", models.TextField(blank=True)),
                ("answered_at", models.DateTimeField(null=True)),
                ("search_text", models.TextField(blank=True)),
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
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="agencies.body"
                    ),
                ),
                (
                    "body",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="agencies.body"
                    ),
                ),
                ("carries", models.ManyToManyField(related_name="passed_as", to="planning.difficulty")),
                (
                    "raised_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(fields=["asked", "state", "raised_at"], name="difficulty_by_asked"),
                    models.Index(fields=["body", "state", "raised_at"], name="difficulty_by_body"),
                ],
            },
        ),
        migrations.CreateModel(
            name="EarlierAnswer",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("text", models.TextField()),
                ("answer", models.TextField()),
                ("answered_at", models.DateTimeField()),
                ("asked_again_at", models.DateTimeField()),
                (
                    "answered_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "asked_again_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "difficulty",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="earlier_answers",
                        to="planning.difficulty",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="LimitChange",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("old_due_on", models.DateField(null=True)),
                ("new_due_on", models.DateField(null=True)),
                ("ground", models.CharField(max_length=500)),
                ("changed_at", models.DateTimeField()),
                (
                    "assignment",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="limit_changes",
                        to="planning.assignment",
                    ),
                ),
                (
                    "changed_by",
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
            name="Plan",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("slug", models.SlugField(max_length=120, unique=True)),
                ("doc_type", models.CharField(blank=True, max_length=60)),
                ("number", models.CharField(blank=True, max_length=40)),
                ("symbol", models.CharField(blank=True, max_length=60)),
                ("issuer_name", models.CharField(blank=True, max_length=300)),
                ("place", models.CharField(blank=True, max_length=120)),
                ("issued_on", models.DateField(null=True)),
                ("title", models.TextField()),
                ("signer", models.CharField(blank=True, max_length=120)),
                ("signer_position", models.CharField(blank=True, max_length=120)),
                ("is_draft_document", models.BooleanField(default=False)),
                ("bodies_note", models.CharField(blank=True, max_length=200)),
                ("responsibilities", models.JSONField(default=list)),
                ("budget", models.JSONField(default=list)),
                ("statistic_fields", models.JSONField(default=list)),
                ("confirmed_at", models.DateTimeField()),
                ("search_text", models.TextField(blank=True)),
                (
                    "above",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="below",
                        to="planning.plan",
                    ),
                ),
                (
                    "body",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="agencies.body"
                    ),
                ),
                (
                    "confirmed_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "issuing_body",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="agencies.body"
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(fields=["body", "-issued_on"], name="planning_pl_body_id_b446db_idx"),
                    models.Index(fields=["-issued_on", "id"], name="planning_pl_issued__e2e0d0_idx"),
                ],
            },
        ),
        migrations.AddField(
            model_name="difficulty",
            name="plan",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.CASCADE, related_name="difficulties", to="planning.plan"
            ),
        ),
        migrations.CreateModel(
            name="PlanImport",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("waiting", "waiting"),
                            ("in_review", "in_review"),
                            ("confirmed", "confirmed"),
                            ("unreadable", "unreadable"),
                            ("refused", "refused"),
                            ("discarded", "discarded"),
                        ],
                        max_length=20,
                    ),
                ),
                ("uploaded_at", models.DateTimeField()),
                ("file_name", models.CharField(blank=True, max_length=255)),
                ("file_sha256", models.CharField(max_length=64)),
                ("stored_file_id", models.BigIntegerField(null=True)),
                ("refusal", models.CharField(blank=True, max_length=500)),
                ("pages_done", models.PositiveIntegerField(default=0)),
                ("pages_total", models.PositiveIntegerField(default=0)),
                ("head", models.JSONField(default=dict)),
                ("reading", models.JSONField(default=dict)),
                ("source_lines", models.JSONField(default=list)),
                ("problems", models.JSONField(default=list)),
                ("bodies_note", models.CharField(blank=True, max_length=200)),
                ("drawn", models.BooleanField(default=False)),
                (
                    "above",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.SET_NULL, related_name="+", to="planning.plan"
                    ),
                ),
                (
                    "body",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="agencies.body"
                    ),
                ),
                (
                    "issuing_body",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="agencies.body"
                    ),
                ),
                (
                    "uploaded_by",
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
                    models.Index(fields=["body", "state", "uploaded_at"], name="planning_pl_body_id_6a5dca_idx")
                ],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(
                            (
                                "state__in",
                                [
                                    minhbach.domain.lifecycles.plan_import.ImportState["DISCARDED"],
                                    minhbach.domain.lifecycles.plan_import.ImportState["REFUSED"],
                                    minhbach.domain.lifecycles.plan_import.ImportState["UNREADABLE"],
                                ],
                            ),
                            _negated=True,
                        ),
                        fields=("body", "file_sha256"),
                        name="one_open_import_a_document",
                    )
                ],
            },
        ),
        migrations.AddField(
            model_name="plan",
            name="plan_import",
            field=models.OneToOneField(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="plan", to="planning.planimport"
            ),
        ),
        migrations.CreateModel(
            name="Reminder",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("before", "trước hạn"),
                            ("on", "đến hạn"),
                            ("after", "quá hạn"),
                            ("escalation", "báo lãnh đạo"),
                        ],
                        max_length=20,
                    ),
                ),
                ("due_on", models.DateField()),
                ("turn", models.PositiveSmallIntegerField(default=0)),
                ("noted_on", models.DateField()),
                ("mail_id", models.BigIntegerField(null=True)),
                (
                    "assignment",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="reminders", to="planning.assignment"
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["person", "noted_on"], name="reminder_by_person")],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("assignment", "kind", "due_on", "turn", "person"), name="one_reminder_a_kind_limit_turn"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="SheetUpload",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uploaded_at", models.DateTimeField()),
                ("file_name", models.CharField(max_length=255)),
                ("file_sha256", models.CharField(max_length=64)),
                ("content", models.JSONField(default=dict)),
                ("sheet", models.PositiveSmallIntegerField(default=0)),
                ("head_row", models.PositiveIntegerField(null=True)),
                ("columns", models.JSONField(null=True)),
                ("year", models.PositiveSmallIntegerField(null=True)),
                ("default_lead", models.CharField(blank=True, max_length=300)),
                ("document", models.CharField(blank=True, max_length=200)),
                ("left_out", models.JSONField(default=list)),
                ("dropped_at", models.DateTimeField(null=True)),
                (
                    "body",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="agencies.body"
                    ),
                ),
                (
                    "plan_import",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="sheets",
                        to="planning.planimport",
                    ),
                ),
                (
                    "uploaded_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["body", "uploaded_at"], name="sheet_by_body")],
            },
        ),
        migrations.CreateModel(
            name="Task",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("deadline_text", models.CharField(blank=True, max_length=1000)),
                (
                    "deadline_kind",
                    models.CharField(
                        choices=[
                            ("date", "date"),
                            ("before_date", "before_date"),
                            ("submit_before_date", "submit_before_date"),
                            ("month", "month"),
                            ("quarter", "quarter"),
                            ("quarter_range", "quarter_range"),
                            ("half_year", "half_year"),
                            ("year", "year"),
                            ("period", "period"),
                            ("periodic", "periodic"),
                            ("within", "within"),
                            ("event", "event"),
                            ("ongoing", "ongoing"),
                            ("done", "done"),
                            ("on_request", "on_request"),
                            ("quarter_then_ongoing", "quarter_then_ongoing"),
                            ("year_then_following_years", "year_then_following_years"),
                            ("conditional", "conditional"),
                            ("none", "none"),
                            ("unclear", "unclear"),
                        ],
                        default=minhbach.domain.reading.results.DeadlineKind["NONE"],
                        max_length=30,
                    ),
                ),
                ("deadline_start", models.DateField(blank=True, null=True)),
                ("deadline_end", models.DateField(blank=True, null=True)),
                ("deadline_recurring", models.BooleanField(default=False)),
                ("deadline_condition", models.CharField(blank=True, max_length=500)),
                ("deadline_branches", models.JSONField(blank=True, default=list)),
                ("position", models.PositiveIntegerField()),
                ("section", models.CharField(blank=True, max_length=60)),
                ("number", models.CharField(blank=True, max_length=60)),
                ("title", models.TextField()),
                ("scope", models.CharField(blank=True, max_length=500)),
                ("lead_text", models.JSONField(default=list)),
                ("coordinating_text", models.JSONField(default=list)),
                ("product", models.TextField(blank=True)),
                ("report_to", models.JSONField(default=list)),
                ("source", models.JSONField(default=dict)),
                ("due_on", models.DateField(db_index=True, null=True)),
                ("rhythm", models.CharField(blank=True, max_length=60)),
                ("product_is_document", models.BooleanField(default=False)),
                ("search_text", models.TextField(blank=True)),
                (
                    "above_task",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="taken_over_by",
                        to="planning.task",
                    ),
                ),
                (
                    "plan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="tasks", to="planning.plan"
                    ),
                ),
            ],
            options={
                "ordering": ["position"],
                "constraints": [models.UniqueConstraint(fields=("plan", "position"), name="one_task_a_position")],
            },
        ),
        migrations.CreateModel(
            name="Remark",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("kind", models.CharField(choices=[("comment", "ý kiến"), ("inspection", "kiểm tra")], max_length=20)),
                ("text", models.TextField()),
                ("inspected_on", models.DateField(null=True)),
                ("written_at", models.DateTimeField()),
                ("withdrawn_at", models.DateTimeField(null=True)),
                (
                    "about",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="agencies.body"
                    ),
                ),
                (
                    "body",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="agencies.body"
                    ),
                ),
                (
                    "written_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "task",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="remarks", to="planning.task"
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["task", "written_at"], name="remark_by_task")],
            },
        ),
        migrations.CreateModel(
            name="Happening",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("happened_on", models.DateField()),
                ("what", models.CharField(max_length=500)),
                ("due_on", models.DateField(null=True)),
                ("recorded_at", models.DateTimeField()),
                (
                    "recorded_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "task",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="happenings", to="planning.task"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="DraftTask",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("deadline_text", models.CharField(blank=True, max_length=1000)),
                (
                    "deadline_kind",
                    models.CharField(
                        choices=[
                            ("date", "date"),
                            ("before_date", "before_date"),
                            ("submit_before_date", "submit_before_date"),
                            ("month", "month"),
                            ("quarter", "quarter"),
                            ("quarter_range", "quarter_range"),
                            ("half_year", "half_year"),
                            ("year", "year"),
                            ("period", "period"),
                            ("periodic", "periodic"),
                            ("within", "within"),
                            ("event", "event"),
                            ("ongoing", "ongoing"),
                            ("done", "done"),
                            ("on_request", "on_request"),
                            ("quarter_then_ongoing", "quarter_then_ongoing"),
                            ("year_then_following_years", "year_then_following_years"),
                            ("conditional", "conditional"),
                            ("none", "none"),
                            ("unclear", "unclear"),
                        ],
                        default=minhbach.domain.reading.results.DeadlineKind["NONE"],
                        max_length=30,
                    ),
                ),
                ("deadline_start", models.DateField(blank=True, null=True)),
                ("deadline_end", models.DateField(blank=True, null=True)),
                ("deadline_recurring", models.BooleanField(default=False)),
                ("deadline_condition", models.CharField(blank=True, max_length=500)),
                ("deadline_branches", models.JSONField(blank=True, default=list)),
                ("position", models.PositiveIntegerField()),
                ("section", models.CharField(blank=True, max_length=60)),
                ("number", models.CharField(blank=True, max_length=60)),
                ("title", models.TextField()),
                ("scope", models.CharField(blank=True, max_length=500)),
                ("lead", models.JSONField(default=list)),
                ("coordinating", models.JSONField(default=list)),
                ("product", models.TextField(blank=True)),
                ("report_to", models.JSONField(default=list)),
                ("source", models.JSONField(default=dict)),
                ("checked", models.BooleanField(default=False)),
                ("left_out", models.BooleanField(default=False)),
                ("added_by_hand", models.BooleanField(default=False)),
                (
                    "plan_import",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="draft_tasks",
                        to="planning.planimport",
                    ),
                ),
                (
                    "above_task",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.SET_NULL, related_name="+", to="planning.task"
                    ),
                ),
            ],
            options={
                "ordering": ["position"],
                "constraints": [
                    models.UniqueConstraint(fields=("plan_import", "position"), name="one_draft_a_position")
                ],
            },
        ),
        migrations.AddField(
            model_name="difficulty",
            name="task",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.CASCADE, related_name="difficulties", to="planning.task"
            ),
        ),
        migrations.CreateModel(
            name="BudgetLine",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("year", models.PositiveSmallIntegerField()),
                ("source", models.CharField(blank=True, max_length=200)),
                ("estimate", models.BigIntegerField(default=0)),
                ("allotted", models.BigIntegerField(default=0)),
                ("supplement", models.BigIntegerField(default=0)),
                ("spent", models.BigIntegerField(default=0)),
                ("settled", models.BigIntegerField(null=True)),
                ("note", models.CharField(blank=True, max_length=500)),
                ("changed_at", models.DateTimeField()),
                (
                    "body",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="agencies.body"
                    ),
                ),
                (
                    "changed_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "plan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="budget_lines", to="planning.plan"
                    ),
                ),
                (
                    "task",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="budget_lines",
                        to="planning.task",
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["plan", "year"], name="budget_by_plan")],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("task", None)),
                        fields=("plan", "body", "year"),
                        name="one_budget_line_a_plan_body_year",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("task", None), _negated=True),
                        fields=("task", "body", "year"),
                        name="one_budget_line_a_task_body_year",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("allotted__gte", 0),
                            ("estimate__gte", 0),
                            ("spent__gte", 0),
                            models.Q(("settled", None), ("settled__gte", 0), _connector="OR"),
                        ),
                        name="money_is_not_negative",
                    ),
                ],
            },
        ),
        migrations.AddField(
            model_name="assignment",
            name="task",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="assignments", to="planning.task"
            ),
        ),
        migrations.CreateModel(
            name="Urging",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("letter_id", models.BigIntegerField(db_index=True)),
                ("drafted_at", models.DateTimeField()),
                (
                    "assignment",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="urgings", to="planning.assignment"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("assignment", "letter_id"), name="one_urging_a_letter")
                ],
            },
        ),
        migrations.CreateModel(
            name="WorkReport",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("is_result", models.BooleanField(default=False)),
                ("percent", models.PositiveSmallIntegerField()),
                ("text", models.TextField()),
                ("document", models.CharField(blank=True, max_length=80)),
                ("document_on", models.DateField(null=True)),
                ("due_on", models.DateField(null=True)),
                ("period_on", models.DateField(null=True)),
                ("period_until", models.DateField(null=True)),
                ("reported_at", models.DateTimeField()),
                ("reported_on", models.DateField()),
                ("answered_at", models.DateTimeField(null=True)),
                ("accepted", models.BooleanField(null=True)),
                ("own_acceptance", models.BooleanField(default=False)),
                ("answer", models.TextField(blank=True)),
                ("taken_back_at", models.DateTimeField(null=True)),
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
                    "assignment",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="reports", to="planning.assignment"
                    ),
                ),
                (
                    "reported_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["assignment", "-reported_at"], name="report_by_assignment")],
            },
        ),
        migrations.CreateModel(
            name="SheetFact",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("row", models.PositiveIntegerField()),
                ("state", models.TextField(blank=True)),
                ("note", models.TextField(blank=True)),
                ("percent", models.PositiveSmallIntegerField(null=True)),
                ("done_on", models.DateField(null=True)),
                (
                    "draft",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE, related_name="sheet_fact", to="planning.drafttask"
                    ),
                ),
                (
                    "report",
                    models.OneToOneField(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="sheet_fact",
                        to="planning.workreport",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("percent", None), ("percent__lte", 100), _connector="OR"),
                        name="sheet_percent_is_a_percentage",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="HeldEvidence",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("waiting", "waiting"),
                            ("kept", "kept"),
                            ("refused", "refused"),
                            ("unreadable", "unreadable"),
                        ],
                        max_length=20,
                    ),
                ),
                ("name", models.CharField(blank=True, max_length=255)),
                ("size", models.PositiveBigIntegerField()),
                ("code", models.CharField(blank=True, max_length=40)),
                ("sentence", models.CharField(blank=True, max_length=500)),
                (
                    "report",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="held_evidence",
                        to="planning.workreport",
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(condition=models.Q(("state", "waiting")), fields=["state"], name="evidence_waiting")
                ],
            },
        ),
        migrations.CreateModel(
            name="CalendarFeed",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("digest", models.CharField(max_length=64, unique=True)),
                ("made_at", models.DateTimeField()),
                ("ended_at", models.DateTimeField(null=True)),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("ended_at", None)), fields=("person",), name="one_calendar_feed_a_person"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="ColumnChoice",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("heading", models.CharField(max_length=120)),
                ("column", models.CharField(max_length=20)),
                (
                    "body",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="agencies.body"
                    ),
                ),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("body", "heading"), name="one_choice_a_heading")],
            },
        ),
        migrations.CreateModel(
            name="DifficultySpan",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("raised", "raised"),
                            ("passed_up", "passed_up"),
                            ("answered", "answered"),
                            ("withdrawn", "withdrawn"),
                        ],
                        max_length=20,
                    ),
                ),
                ("from_on", models.DateField()),
                ("until_on", models.DateField(null=True)),
                (
                    "difficulty",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="spans", to="planning.difficulty"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("difficulty", "from_on"), name="one_state_begins_a_day"),
                    models.UniqueConstraint(
                        condition=models.Q(("until_on", None)), fields=("difficulty",), name="one_state_runs"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("until_on", None), ("until_on__gt", models.F("from_on")), _connector="OR"),
                        name="state_ends_after_it_begins",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Commendation",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("reason", models.TextField()),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("proposed", "proposed"),
                            ("agreed", "agreed"),
                            ("declined", "declined"),
                            ("withdrawn", "withdrawn"),
                        ],
                        max_length=20,
                    ),
                ),
                ("proposed_at", models.DateTimeField()),
                ("decided_at", models.DateTimeField(null=True)),
                ("decision_note", models.CharField(blank=True, max_length=500)),
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
                    "person",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "proposed_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "plan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="commendations", to="planning.plan"
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["plan", "state"], name="commendation_by_plan")],
            },
        ),
        migrations.CreateModel(
            name="AssignmentSpan",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("from_on", models.DateField()),
                ("until_on", models.DateField(null=True)),
                ("due_on", models.DateField(null=True)),
                ("done_on", models.DateField(null=True)),
                ("dropped", models.BooleanField(default=False)),
                (
                    "assignment",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="spans", to="planning.assignment"
                    ),
                ),
                (
                    "body",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="agencies.body"
                    ),
                ),
                (
                    "plan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="planning.plan"
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(fields=["plan", "body", "from_on"], name="span_by_plan"),
                    models.Index(fields=["body", "from_on"], name="span_by_body"),
                ],
                "constraints": [
                    models.UniqueConstraint(fields=("assignment", "from_on"), name="one_span_begins_a_day"),
                    models.UniqueConstraint(
                        condition=models.Q(("until_on", None)), fields=("assignment",), name="one_span_runs"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("until_on", None), ("until_on__gt", models.F("from_on")), _connector="OR"),
                        name="span_ends_after_it_begins",
                    ),
                ],
            },
        ),
        migrations.AddIndex(
            model_name="difficulty",
            index=models.Index(fields=["plan", "state"], name="difficulty_by_plan"),
        ),
        migrations.AddConstraint(
            model_name="assignment",
            constraint=models.UniqueConstraint(fields=("task", "body", "role"), name="one_assignment_a_body_and_role"),
        ),
    ]
