"""The tables of `accounts`, in one step instead of the 2 by which they came to be."""

import django.db.models.deletion
from django.conf import settings
from typing import Any

from django.core.management import call_command
from django.db import migrations, models


def make_cache_table(_apps: Any, schema_editor: Any) -> None:
    call_command("createcachetable", "minhbach_cache", database=schema_editor.connection.alias, verbosity=0)


def drop_cache_table(_apps: Any, schema_editor: Any) -> None:
    schema_editor.execute("DROP TABLE minhbach_cache")


class Migration(migrations.Migration):
    initial = True
    replaces = [
        ("accounts", "0001_initial"),
        ("accounts", "0002_cache_table"),
    ]

    dependencies = [
        ("agencies", "0001_tables"),
    ]

    operations = [
        migrations.CreateModel(
            name="KeptForm",
            fields=[
                ("digest", models.CharField(max_length=64, primary_key=True, serialize=False)),
                ("content", models.BinaryField()),
                ("until", models.DateTimeField(db_index=True)),
            ],
            options={
                "verbose_name": "biểu mẫu giữ lại",
            },
        ),
        migrations.CreateModel(
            name="Person",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("password", models.CharField(max_length=128, verbose_name="password")),
                ("last_login", models.DateTimeField(blank=True, null=True, verbose_name="last login")),
                ("username", models.CharField(max_length=40, unique=True, verbose_name="tên đăng nhập")),
                ("email", models.CharField(blank=True, default="", max_length=254, verbose_name="thư điện tử")),
                ("name", models.CharField(max_length=200, verbose_name="họ và tên")),
                ("name_key", models.CharField(default="", editable=False, max_length=900)),
                ("searchable", models.CharField(default="", editable=False, max_length=600)),
                ("is_active", models.BooleanField(default=True, verbose_name="đang dùng")),
                (
                    "temporary_password_until",
                    models.DateTimeField(blank=True, null=True, verbose_name="mật khẩu tạm dùng đến"),
                ),
                ("session_stamp", models.PositiveIntegerField(default=0, editable=False)),
                ("created_at", models.DateTimeField(verbose_name="lập lúc")),
                ("closed_at", models.DateTimeField(blank=True, null=True, verbose_name="khóa lúc")),
                ("closing_reason", models.CharField(blank=True, default="", max_length=300, verbose_name="lý do khóa")),
            ],
            options={
                "verbose_name": "người dùng",
                "indexes": [models.Index(fields=["name_key"], name="person_by_name")],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("email", ""), _negated=True), fields=("email",), name="one_person_an_email"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Post",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "role",
                    models.CharField(
                        choices=[
                            ("focal_point", "focal_point"),
                            ("specialist", "specialist"),
                            ("moderator", "moderator"),
                            ("leader", "leader"),
                            ("justice_coordinator", "justice_coordinator"),
                            ("supervisor", "supervisor"),
                            ("administrator", "administrator"),
                        ],
                        max_length=30,
                        verbose_name="vai trò",
                    ),
                ),
                ("title", models.CharField(blank=True, default="", max_length=200, verbose_name="chức vụ")),
                ("from_on", models.DateField(verbose_name="từ ngày")),
                ("until_on", models.DateField(blank=True, null=True, verbose_name="đến trước ngày")),
                (
                    "ending_reason",
                    models.CharField(blank=True, default="", max_length=300, verbose_name="lý do thôi giữ"),
                ),
                (
                    "body",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="agencies.body"
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="posts", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agencies.body",
                    ),
                ),
            ],
            options={
                "verbose_name": "vị trí",
                "indexes": [models.Index(fields=["body", "role"], name="post_by_body")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("until_on__isnull", True), ("until_on__gte", models.F("from_on")), _connector="OR"
                        ),
                        name="post_ends_after_it_begins",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Delegation",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("from_on", models.DateField(verbose_name="từ ngày")),
                ("until_on", models.DateField(verbose_name="đến trước ngày")),
                ("reason", models.CharField(max_length=300, verbose_name="lý do")),
                (
                    "delegate",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="delegations",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "post",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="delegations", to="accounts.post"
                    ),
                ),
            ],
            options={
                "verbose_name": "ủy quyền",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("until_on__gte", models.F("from_on"))),
                        name="delegation_ends_after_it_begins",
                    )
                ],
            },
        ),
        migrations.RunPython(make_cache_table, drop_cache_table),
    ]
