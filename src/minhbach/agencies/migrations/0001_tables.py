"""The tables of `agencies`, in one step instead of the 2 by which they came to be."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True
    replaces = [
        ("agencies", "0001_initial"),
        ("agencies", "0002_names_looked_up"),
    ]

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="Body",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.CharField(editable=False, max_length=120, null=True, unique=True)),
                ("slug", models.SlugField(max_length=180, unique=True)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("committee", "committee"),
                            ("council", "council"),
                            ("office", "office"),
                            ("department", "department"),
                            ("division", "division"),
                            ("service_centre", "service_centre"),
                            ("service_unit", "service_unit"),
                            ("military", "military"),
                            ("police", "police"),
                            ("front", "front"),
                            ("mass_organisation", "mass_organisation"),
                            ("residents_group", "residents_group"),
                            ("inner_unit", "inner_unit"),
                            ("party", "party"),
                            ("other", "other"),
                        ],
                        max_length=30,
                        verbose_name="loại",
                    ),
                ),
                (
                    "level",
                    models.CharField(
                        choices=[("province", "province"), ("district", "district"), ("commune", "commune")],
                        max_length=20,
                        verbose_name="cấp",
                    ),
                ),
                ("name", models.CharField(max_length=300, verbose_name="tên")),
                ("place", models.CharField(blank=True, default="", max_length=200, verbose_name="thuộc")),
                ("sort_key", models.CharField(editable=False, max_length=1200)),
                ("search_text", models.TextField(default="", editable=False)),
                ("exists_from", models.DateField(blank=True, null=True, verbose_name="có từ ngày")),
                ("exists_until", models.DateField(blank=True, null=True, verbose_name="có đến trước ngày")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("confirmed", "đã xác nhận"),
                            ("unverified", "chưa xác nhận"),
                            ("provisional", "tạm tính"),
                        ],
                        max_length=20,
                        verbose_name="tình trạng dữ liệu",
                    ),
                ),
                ("source", models.CharField(blank=True, default="", max_length=300, verbose_name="nguồn")),
                ("added_by_hand", models.BooleanField(default=False, verbose_name="do người thêm")),
                (
                    "essential_service",
                    models.BooleanField(default=False, verbose_name="dịch vụ sự nghiệp công cơ bản, thiết yếu"),
                ),
                ("address", models.CharField(blank=True, default="", max_length=300, verbose_name="địa chỉ")),
                ("telephone", models.CharField(blank=True, default="", max_length=40, verbose_name="điện thoại")),
                ("email", models.CharField(blank=True, default="", max_length=254, verbose_name="thư điện tử")),
                (
                    "website",
                    models.URLField(blank=True, default="", max_length=300, verbose_name="trang thông tin điện tử"),
                ),
                (
                    "working_hours",
                    models.CharField(blank=True, default="", max_length=200, verbose_name="giờ làm việc"),
                ),
            ],
            options={
                "verbose_name": "cơ quan",
                "verbose_name_plural": "cơ quan",
                "indexes": [models.Index(fields=["kind", "level"], name="body_by_kind")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("exists_from__isnull", True),
                            ("exists_until__isnull", True),
                            ("exists_until__gt", models.F("exists_from")),
                            _connector="OR",
                        ),
                        name="body_ends_after_it_begins",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Territory",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.CharField(max_length=60, unique=True)),
                ("code", models.CharField(db_index=True, max_length=20, verbose_name="mã")),
                (
                    "level",
                    models.CharField(
                        choices=[("province", "province"), ("district", "district"), ("commune", "commune")],
                        max_length=20,
                        verbose_name="cấp",
                    ),
                ),
            ],
            options={
                "verbose_name": "đơn vị hành chính",
            },
        ),
        migrations.CreateModel(
            name="FocalPoint",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(blank=True, default="", max_length=200, verbose_name="họ và tên")),
                ("position", models.CharField(blank=True, default="", max_length=200, verbose_name="chức vụ")),
                ("address", models.CharField(max_length=300, verbose_name="địa chỉ làm việc")),
                ("telephone", models.CharField(max_length=40, verbose_name="số điện thoại")),
                ("fax", models.CharField(blank=True, default="", max_length=40, verbose_name="số fax")),
                ("email", models.CharField(max_length=254, verbose_name="địa chỉ thư điện tử")),
                (
                    "working_hours",
                    models.CharField(blank=True, default="", max_length=200, verbose_name="giờ làm việc"),
                ),
                ("from_on", models.DateField(verbose_name="từ ngày")),
                ("until_on", models.DateField(blank=True, null=True, verbose_name="đến trước ngày")),
                ("withdrawn_at", models.DateTimeField(blank=True, null=True, verbose_name="rút lại lúc")),
                ("recorded_at", models.DateTimeField(verbose_name="ghi lúc")),
                (
                    "body",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="focal_points", to="agencies.body"
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
                "verbose_name": "đầu mối",
                "verbose_name_plural": "đầu mối",
                "indexes": [models.Index(fields=["body", "from_on"], name="focal_point_by_body")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("until_on__isnull", True), ("until_on__gt", models.F("from_on")), _connector="OR"
                        ),
                        name="focal_point_ends_after_it_begins",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="FormerFocalPoint",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(blank=True, default="", max_length=200, verbose_name="họ và tên")),
                ("position", models.CharField(blank=True, default="", max_length=200, verbose_name="chức vụ")),
                ("address", models.CharField(max_length=300, verbose_name="địa chỉ làm việc")),
                ("telephone", models.CharField(max_length=40, verbose_name="số điện thoại")),
                ("fax", models.CharField(blank=True, default="", max_length=40, verbose_name="số fax")),
                ("email", models.CharField(max_length=254, verbose_name="địa chỉ thư điện tử")),
                (
                    "working_hours",
                    models.CharField(blank=True, default="", max_length=200, verbose_name="giờ làm việc"),
                ),
                ("until_on", models.DateField(blank=True, null=True)),
                ("recorded_at", models.DateTimeField()),
                ("replaced_at", models.DateTimeField()),
                (
                    "focal_point",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="former", to="agencies.focalpoint"
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
                "verbose_name": "đầu mối trước khi sửa",
            },
        ),
        migrations.CreateModel(
            name="Succession",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("on", models.DateField(verbose_name="ngày")),
                (
                    "extent",
                    models.CharField(
                        choices=[("whole", "whole"), ("part", "part")], max_length=10, verbose_name="phần"
                    ),
                ),
                ("main", models.BooleanField(default=False, verbose_name="phần chính")),
                ("ground", models.CharField(blank=True, default="", max_length=300, verbose_name="căn cứ")),
                (
                    "newer",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="inheritances", to="agencies.body"
                    ),
                ),
                (
                    "older",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="successions", to="agencies.body"
                    ),
                ),
            ],
            options={
                "verbose_name": "kế thừa",
                "constraints": [
                    models.UniqueConstraint(fields=("older", "newer"), name="one_succession_a_pair"),
                    models.CheckConstraint(
                        condition=models.Q(("older", models.F("newer")), _negated=True),
                        name="succession_between_two_bodies",
                    ),
                ],
            },
        ),
        migrations.AddField(
            model_name="body",
            name="territory",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="bodies", to="agencies.territory"
            ),
        ),
        migrations.CreateModel(
            name="TerritoryVersion",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("from_on", models.DateField(blank=True, null=True, verbose_name="từ ngày")),
                ("until_on", models.DateField(blank=True, null=True, verbose_name="đến trước ngày")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("tỉnh", "tỉnh"),
                            ("thành phố", "thành phố"),
                            ("quận", "quận"),
                            ("huyện", "huyện"),
                            ("thị xã", "thị xã"),
                            ("xã", "xã"),
                            ("phường", "phường"),
                            ("thị trấn", "thị trấn"),
                            ("đặc khu", "đặc khu"),
                        ],
                        max_length=20,
                        verbose_name="loại",
                    ),
                ),
                ("name", models.CharField(max_length=120, verbose_name="tên")),
                ("sort_key", models.CharField(editable=False, max_length=500)),
                ("search_text", models.CharField(editable=False, max_length=160)),
                ("name_key", models.CharField(db_index=True, default="", editable=False, max_length=120)),
                ("path", models.CharField(db_index=True, editable=False, max_length=60)),
                (
                    "parent",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agencies.territory",
                    ),
                ),
                (
                    "territory",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="versions", to="agencies.territory"
                    ),
                ),
            ],
            options={
                "verbose_name": "tên và vị trí của đơn vị hành chính",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("from_on__isnull", True),
                            ("until_on__isnull", True),
                            ("until_on__gt", models.F("from_on")),
                            _connector="OR",
                        ),
                        name="territory_version_ends_after_it_begins",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="BodyName",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("from_on", models.DateField(blank=True, null=True, verbose_name="từ ngày")),
                ("until_on", models.DateField(blank=True, null=True, verbose_name="đến trước ngày")),
                ("text", models.CharField(max_length=300, verbose_name="tên")),
                ("official", models.BooleanField(default=True, verbose_name="tên chính thức")),
                ("core", models.CharField(db_index=True, default="", editable=False, max_length=300)),
                (
                    "body",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="names", to="agencies.body"
                    ),
                ),
            ],
            options={
                "verbose_name": "tên của cơ quan",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("from_on__isnull", True),
                            ("until_on__isnull", True),
                            ("until_on__gt", models.F("from_on")),
                            _connector="OR",
                        ),
                        name="body_name_ends_after_it_begins",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="BodyPosition",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("from_on", models.DateField(blank=True, null=True, verbose_name="từ ngày")),
                ("until_on", models.DateField(blank=True, null=True, verbose_name="đến trước ngày")),
                ("path", models.CharField(db_index=True, editable=False, max_length=100)),
                (
                    "body",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="positions", to="agencies.body"
                    ),
                ),
                (
                    "parent",
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
                "verbose_name": "vị trí của cơ quan",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("from_on__isnull", True),
                            ("until_on__isnull", True),
                            ("until_on__gt", models.F("from_on")),
                            _connector="OR",
                        ),
                        name="body_position_ends_after_it_begins",
                    )
                ],
            },
        ),
        migrations.AddIndex(
            model_name="body",
            index=models.Index(fields=["territory", "kind"], name="body_by_territory"),
        ),
    ]
