"""The tables of `register`, in one step instead of the 6 by which they came to be."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True
    replaces = [
        ("register", "0001_initial"),
        ("register", "0002_classes_of_lists"),
        ("register", "0003_dropped_documents"),
        ("register", "0004_letters_in_order"),
        ("register", "0005_lists_in_order"),
        ("register", "0006_looks_at_files"),
    ]

    dependencies = [
        ("accounts", "__first__"),
        ("agencies", "0001_tables"),
    ]

    operations = [
        migrations.CreateModel(
            name="Item",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("public_id", models.CharField(editable=False, max_length=16, unique=True)),
                (
                    "state",
                    models.CharField(
                        choices=[("active", "Đang giữ"), ("struck", "Đã gạch")], default="active", max_length=10
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1)),
                ("book_year", models.PositiveSmallIntegerField()),
                ("book_number", models.PositiveIntegerField(verbose_name="số vào sổ")),
                ("title", models.CharField(max_length=1000, verbose_name="tên, trích yếu")),
                ("kind", models.CharField(blank=True, max_length=60, verbose_name="loại văn bản")),
                ("number", models.CharField(blank=True, max_length=30, verbose_name="số")),
                ("symbol", models.CharField(blank=True, max_length=60, verbose_name="ký hiệu")),
                ("issuer_name", models.CharField(blank=True, max_length=300, verbose_name="cơ quan ban hành")),
                ("issued_on", models.DateField(null=True, verbose_name="ngày ban hành")),
                ("created_on", models.DateField(null=True, verbose_name="ngày tạo ra")),
                ("creating_unit_name", models.CharField(blank=True, max_length=300, verbose_name="đơn vị tạo ra")),
                (
                    "origin",
                    models.CharField(
                        choices=[("created", "created"), ("received", "received")], max_length=10, verbose_name="nguồn"
                    ),
                ),
                ("search_text", models.TextField(editable=False)),
                ("sort_key", models.CharField(editable=False, max_length=240)),
                (
                    "access",
                    models.CharField(
                        blank=True,
                        choices=[("open", "open"), ("conditional", "conditional"), ("closed", "closed")],
                        max_length=12,
                        verbose_name="loại tiếp cận",
                    ),
                ),
                ("grounds", models.JSONField(default=list)),
                ("letter", models.CharField(blank=True, max_length=2, verbose_name="điểm khoản 1 Điều 17")),
                ("letter_place", models.PositiveSmallIntegerField(default=0, editable=False)),
                ("statute", models.CharField(blank=True, max_length=20)),
                ("class_reason", models.CharField(blank=True, max_length=500)),
                ("classified_at", models.DateTimeField(null=True)),
                ("proposal", models.JSONField(null=True)),
                ("forms", models.JSONField(default=list)),
                ("address", models.URLField(blank=True, max_length=500, verbose_name="địa chỉ truy cập")),
                ("address_since", models.DateField(null=True)),
                ("special_due_on", models.DateField(null=True)),
                ("special_ground", models.CharField(blank=True, max_length=300)),
                ("duration", models.CharField(blank=True, max_length=120, verbose_name="thời hạn công khai")),
                ("public_until", models.DateField(null=True)),
                ("posted_from", models.DateField(null=True)),
                ("was_due_before", models.BooleanField(null=True)),
                ("publish_due_on", models.DateField(null=True)),
                ("is_due_provisional", models.BooleanField(default=False)),
                ("is_backlog", models.BooleanField(default=False)),
                ("planned_on", models.DateField(null=True)),
                ("store", models.CharField(blank=True, max_length=60, verbose_name="kho")),
                ("shelf", models.CharField(blank=True, max_length=60, verbose_name="giá")),
                ("box", models.CharField(blank=True, max_length=60, verbose_name="hộp")),
                ("folder", models.CharField(blank=True, max_length=60, verbose_name="hồ sơ")),
                ("sheet", models.CharField(blank=True, max_length=60, verbose_name="tờ")),
                ("retention_years", models.PositiveSmallIntegerField(null=True, verbose_name="thời hạn bảo quản")),
                ("published_on", models.DateField(null=True)),
                ("listed_on", models.DateField(null=True)),
                ("entered_at", models.DateTimeField()),
                ("struck_at", models.DateTimeField(null=True)),
                ("struck_reason", models.CharField(blank=True, max_length=300)),
                (
                    "body",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="agencies.body"
                    ),
                ),
                (
                    "classified_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "creating_unit",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="agencies.body"
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
                    "issuing_body",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="agencies.body"
                    ),
                ),
            ],
            options={
                "verbose_name": "thông tin",
                "indexes": [
                    models.Index(fields=["body", "-created_on", "-id"], name="item_newest_of_body"),
                    models.Index(fields=["body", "letter", "state"], name="item_letter_of_body"),
                    models.Index(
                        fields=["body", "state", "access", "letter_place", "-created_on", "-id"],
                        name="item_lists_of_body",
                    ),
                    models.Index(fields=["body", "publish_due_on"], name="item_due_of_body"),
                    models.Index(fields=["body", "sort_key", "id"], name="item_title_of_body"),
                    models.Index(fields=["body", "number"], name="item_number_of_body"),
                ],
                "constraints": [
                    models.UniqueConstraint(fields=("body", "book_year", "book_number"), name="one_item_a_book_number"),
                    models.CheckConstraint(
                        condition=models.Q(("letter", ""), ("access", "open"), _connector="OR"),
                        name="item_letter_is_of_what_is_open",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("special_due_on__isnull", True),
                            models.Q(("special_ground", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="item_special_due_has_a_ground",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ItemChange",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("event_id", models.BigIntegerField(unique=True)),
                ("before", models.JSONField()),
                (
                    "item",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="changes", to="register.item"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="ItemImport",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("mapping", "Đang chọn cột"),
                            ("running", "Đang nhập"),
                            ("done", "Đã nhập"),
                            ("undone", "Đã hoàn tác"),
                            ("dropped", "Đã bỏ"),
                            ("failed", "Chưa nhập được"),
                        ],
                        default="mapping",
                        max_length=10,
                    ),
                ),
                ("handed_in_at", models.DateTimeField()),
                ("file_name", models.CharField(max_length=255)),
                ("file_sha256", models.CharField(max_length=64)),
                ("content", models.JSONField(default=dict)),
                ("sheet", models.PositiveSmallIntegerField(default=0)),
                ("head_row", models.PositiveIntegerField(null=True)),
                ("columns", models.JSONField(null=True)),
                ("left_out", models.JSONField(default=list)),
                ("gives_classes", models.BooleanField(default=False)),
                ("rows_total", models.PositiveIntegerField(default=0)),
                ("rows_done", models.PositiveIntegerField(default=0)),
                ("trouble", models.CharField(blank=True, max_length=500)),
                (
                    "body",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="agencies.body"
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
                "indexes": [models.Index(fields=["body", "handed_in_at"], name="item_import_by_body")],
            },
        ),
        migrations.AddField(
            model_name="item",
            name="item_import",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="items",
                to="register.itemimport",
            ),
        ),
        migrations.CreateModel(
            name="ItemVersion",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.PositiveIntegerField()),
                ("corrects", models.PositiveIntegerField(null=True)),
                ("why", models.CharField(blank=True, max_length=500)),
                ("facts", models.JSONField(null=True)),
                ("text", models.TextField(blank=True)),
                ("published_on", models.DateField(null=True)),
                ("withdrawn_on", models.DateField(null=True)),
                ("made_at", models.DateTimeField()),
                (
                    "item",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="versions", to="register.item"
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
                "constraints": [models.UniqueConstraint(fields=("item", "number"), name="one_version_a_number")],
            },
        ),
        migrations.AddField(
            model_name="item",
            name="public_version",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="register.itemversion",
            ),
        ),
        migrations.CreateModel(
            name="HeldFile",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "role",
                    models.CharField(
                        choices=[("original", "original"), ("text", "text"), ("data", "data")], max_length=10
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("waiting", "Đang kiểm tra"),
                            ("unreadable", "Không đọc được"),
                            ("refused", "Bị từ chối"),
                        ],
                        default="waiting",
                        max_length=12,
                    ),
                ),
                ("name", models.CharField(blank=True, max_length=255)),
                ("size", models.PositiveBigIntegerField()),
                ("code", models.CharField(blank=True, max_length=40)),
                ("sentence", models.CharField(blank=True, max_length=500)),
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
                    "version",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="held_files",
                        to="register.itemversion",
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(
                        condition=models.Q(("state", "waiting")), fields=["state"], name="register_file_waiting"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="VersionFile",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "role",
                    models.CharField(
                        choices=[("original", "original"), ("text", "text"), ("data", "data")], max_length=10
                    ),
                ),
                ("file_id", models.BigIntegerField(unique=True)),
                ("name", models.CharField(max_length=200)),
                ("media_type", models.CharField(max_length=100)),
                ("size", models.PositiveBigIntegerField()),
                ("sha256", models.CharField(max_length=64)),
                ("characters", models.PositiveIntegerField(null=True)),
                ("is_whole", models.BooleanField(default=True)),
                ("looked_at", models.DateTimeField(null=True)),
                ("looked_with", models.CharField(blank=True, max_length=16)),
                (
                    "version",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="files", to="register.itemversion"
                    ),
                ),
            ],
            options={
                "ordering": ["pk"],
                "indexes": [models.Index(fields=["looked_with", "looked_at"], name="version_file_to_look_at")],
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
                "constraints": [models.UniqueConstraint(fields=("body", "year"), name="one_book_a_body_and_year")],
            },
        ),
        migrations.CreateModel(
            name="ColumnChoice",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("heading", models.CharField(max_length=120)),
                ("column", models.CharField(max_length=24)),
                (
                    "body",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="agencies.body"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("body", "heading"), name="one_register_choice_a_heading")
                ],
            },
        ),
        migrations.CreateModel(
            name="DroppedDocument",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("waiting", "Đang kiểm tra"),
                            ("read", "Read"),
                            ("unreadable", "Không đọc được"),
                            ("refused", "Bị từ chối"),
                            ("used", "Used"),
                        ],
                        default="waiting",
                        max_length=12,
                    ),
                ),
                ("name", models.CharField(blank=True, max_length=255)),
                ("size", models.PositiveBigIntegerField()),
                ("handed_in_at", models.DateTimeField()),
                ("head", models.JSONField(null=True)),
                ("code", models.CharField(blank=True, max_length=40)),
                ("sentence", models.CharField(blank=True, max_length=500)),
                (
                    "body",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="agencies.body"
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
                "indexes": [models.Index(fields=["state", "handed_in_at"], name="dropped_document_state")],
            },
        ),
        migrations.AddIndex(
            model_name="item",
            index=models.Index(
                models.OrderBy(models.F("published_on"), descending=True),
                models.OrderBy(models.F("id"), descending=True),
                condition=models.Q(("public_version__isnull", False)),
                name="item_public_newest",
            ),
        ),
        migrations.AddConstraint(
            model_name="item",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("public_version__isnull", True), models.Q(("access", "open"), ("state", "active")), _connector="OR"
                ),
                name="item_public_is_open_and_active",
            ),
        ),
    ]
