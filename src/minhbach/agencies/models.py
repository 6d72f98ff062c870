"""Tables of bodies: who exists when, under which names, where in the tree, who followed whom, who answers citizens."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from minhbach.domain.bodies.values import Kind
from minhbach.domain.units.values import Extent, Level, UnitKind

KINDS = [(kind.value, kind.value) for kind in Kind]
LEVELS = [(level.value, level.value) for level in Level]
UNIT_KINDS = [(kind.value, kind.value) for kind in UnitKind]
EXTENTS = [(extent.value, extent.value) for extent in Extent]


class DataState(models.TextChoices):
    """How sure it is that a body is as it stands here."""

    CONFIRMED = "confirmed", _("đã xác nhận")
    UNVERIFIED = "unverified", _("chưa xác nhận")
    PROVISIONAL = "provisional", _("tạm tính")


def dated(name: str) -> list[models.BaseConstraint]:
    """Return the rule that a stretch of days, half-open, ends after it begins; null: no bound is known."""
    ends_later = Q(from_on__isnull=True) | Q(until_on__isnull=True) | Q(until_on__gt=F("from_on"))
    return [models.CheckConstraint(condition=ends_later, name=f"{name}_ends_after_it_begins")]


class Dated(models.Model):
    """What holds from `from_on` (null: longer than is known) until the day before `until_on` (null: still)."""

    from_on = models.DateField(_("từ ngày"), null=True, blank=True)
    until_on = models.DateField(_("đến trước ngày"), null=True, blank=True)

    class Meta:
        abstract = True


class Territory(models.Model):
    """An administrative unit through time; `key` is that of `law/units` ("11383@2025-07-01")."""

    key = models.CharField(max_length=60, unique=True)
    code = models.CharField(_("mã"), max_length=20, db_index=True)
    level = models.CharField(_("cấp"), max_length=20, choices=LEVELS)

    class Meta:
        verbose_name = _("đơn vị hành chính")

    def __str__(self) -> str:
        return self.key


class TerritoryVersion(Dated):
    """What a territory was called over a time, and where it lay: `path` begins with the path of the unit above."""

    territory = models.ForeignKey(Territory, on_delete=models.CASCADE, related_name="versions")
    parent = models.ForeignKey(Territory, on_delete=models.PROTECT, null=True, related_name="+")
    kind = models.CharField(_("loại"), max_length=20, choices=UNIT_KINDS)
    name = models.CharField(_("tên"), max_length=120)
    sort_key = models.CharField(max_length=500, editable=False)
    search_text = models.CharField(max_length=160, editable=False)
    name_key = models.CharField(max_length=120, db_index=True, editable=False, default="")
    path = models.CharField(max_length=60, db_index=True, editable=False)

    class Meta:
        verbose_name = _("tên và vị trí của đơn vị hành chính")
        constraints = dated("territory_version")

    def __str__(self) -> str:
        return f"{self.kind} {self.name}"


class Body(models.Model):
    """A public body, or a unit inside one: anything that may be given a task, hold information or have a focal point.

    `name`, `place` (what lies above its territory: "quận Lê Chân, thành phố Hải Phòng"), `sort_key` and `search_text`
    are copies of the latest; `BodyName` and `TerritoryVersion` hold all by date.
    """

    key = models.CharField(max_length=120, unique=True, null=True, editable=False)
    slug = models.SlugField(max_length=180, unique=True)
    kind = models.CharField(_("loại"), max_length=30, choices=KINDS)
    level = models.CharField(_("cấp"), max_length=20, choices=LEVELS)
    territory = models.ForeignKey(Territory, on_delete=models.PROTECT, related_name="bodies")
    name = models.CharField(_("tên"), max_length=300)
    place = models.CharField(_("thuộc"), max_length=200, blank=True, default="")
    sort_key = models.CharField(max_length=1200, editable=False)
    search_text = models.TextField(editable=False, default="")
    exists_from = models.DateField(_("có từ ngày"), null=True, blank=True)
    exists_until = models.DateField(_("có đến trước ngày"), null=True, blank=True)
    state = models.CharField(_("tình trạng dữ liệu"), max_length=20, choices=DataState.choices)
    source = models.CharField(_("nguồn"), max_length=300, blank=True, default="")
    added_by_hand = models.BooleanField(_("do người thêm"), default=False)
    essential_service = models.BooleanField(_("dịch vụ sự nghiệp công cơ bản, thiết yếu"), default=False)
    address = models.CharField(_("địa chỉ"), max_length=300, blank=True, default="")
    telephone = models.CharField(_("điện thoại"), max_length=40, blank=True, default="")
    email = models.CharField(_("thư điện tử"), max_length=254, blank=True, default="")
    website = models.URLField(_("trang thông tin điện tử"), max_length=300, blank=True, default="")
    working_hours = models.CharField(_("giờ làm việc"), max_length=200, blank=True, default="")

    class Meta:
        verbose_name = _("cơ quan")
        verbose_name_plural = _("cơ quan")
        constraints = [
            models.CheckConstraint(
                condition=Q(exists_from__isnull=True)
                | Q(exists_until__isnull=True)
                | Q(exists_until__gt=F("exists_from")),
                name="body_ends_after_it_begins",
            ),
        ]
        indexes = [
            models.Index(fields=["territory", "kind"], name="body_by_territory"),
            models.Index(fields=["kind", "level"], name="body_by_kind"),
        ]

    def __str__(self) -> str:
        return self.name


class BodyName(Dated):
    """A name that a body has or had; `official` false: an abbreviation or other wording that documents use.

    `core` is the name without its place and without marks, in which bodies are looked up.
    """

    body = models.ForeignKey(Body, on_delete=models.CASCADE, related_name="names")
    text = models.CharField(_("tên"), max_length=300)
    official = models.BooleanField(_("tên chính thức"), default=True)
    core = models.CharField(max_length=300, db_index=True, editable=False, default="")

    class Meta:
        verbose_name = _("tên của cơ quan")
        constraints = dated("body_name")

    def __str__(self) -> str:
        return self.text


class BodyPosition(Dated):
    """Where a body stands in the tree over a time.

    `path` is that of its territory followed by its own: one range holds a province, a ward, or a body with its units.
    It has digits only, because these sort alike in every collation.
    """

    body = models.ForeignKey(Body, on_delete=models.CASCADE, related_name="positions")
    parent = models.ForeignKey(Body, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    path = models.CharField(max_length=100, db_index=True, editable=False)

    class Meta:
        verbose_name = _("vị trí của cơ quan")
        constraints = dated("body_position")

    def __str__(self) -> str:
        return self.path


class Succession(models.Model):
    """What passed from an older body to a newer one on a day.

    `main` marks who goes on where a body was divided: the only main one takes over the open work by itself
    (`queries.passing_on`). Among none or several of them a person chooses, and `main` says only who is offered first.
    """

    older = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="successions")
    newer = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="inheritances")
    on = models.DateField(_("ngày"))
    extent = models.CharField(_("phần"), max_length=10, choices=EXTENTS)
    main = models.BooleanField(_("phần chính"), default=False)
    ground = models.CharField(_("căn cứ"), max_length=300, blank=True, default="")

    class Meta:
        verbose_name = _("kế thừa")
        constraints = [
            models.UniqueConstraint(fields=["older", "newer"], name="one_succession_a_pair"),
            models.CheckConstraint(condition=~Q(older=F("newer")), name="succession_between_two_bodies"),
        ]

    def __str__(self) -> str:
        return f"{self.older_id} → {self.newer_id}"


class FocalPointDetails(models.Model):
    """The fields of a focal point that the law has published. `name` is empty where a unit, not a person, is named."""

    unit = models.ForeignKey(Body, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    name = models.CharField(_("họ và tên"), max_length=200, blank=True, default="")
    position = models.CharField(_("chức vụ"), max_length=200, blank=True, default="")
    address = models.CharField(_("địa chỉ làm việc"), max_length=300)
    telephone = models.CharField(_("số điện thoại"), max_length=40)
    fax = models.CharField(_("số fax"), max_length=40, blank=True, default="")
    email = models.CharField(_("địa chỉ thư điện tử"), max_length=254)
    working_hours = models.CharField(_("giờ làm việc"), max_length=200, blank=True, default="")

    class Meta:
        abstract = True


class FocalPoint(FocalPointDetails):
    """A term of office: who receives requests for a body, from `from_on` until the day before `until_on`."""

    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="focal_points")
    from_on = models.DateField(_("từ ngày"))
    until_on = models.DateField(_("đến trước ngày"), null=True, blank=True)
    withdrawn_at = models.DateTimeField(_("rút lại lúc"), null=True, blank=True)
    recorded_at = models.DateTimeField(_("ghi lúc"))

    class Meta:
        verbose_name = _("đầu mối")
        verbose_name_plural = _("đầu mối")
        constraints = [
            models.CheckConstraint(
                condition=Q(until_on__isnull=True) | Q(until_on__gt=F("from_on")),
                name="focal_point_ends_after_it_begins",
            ),
        ]
        indexes = [models.Index(fields=["body", "from_on"], name="focal_point_by_body")]

    def __str__(self) -> str:
        return f"focal point {self.pk} of {self.body_id}"

    @property
    def title(self) -> str:
        """Return who it is: the person's name, or the unit's."""
        return self.name or (self.unit.name if self.unit else "")


class FormerFocalPoint(FocalPointDetails):
    """What a focal point said before a change, so that the change can be undone. Erased with the term it belongs to."""

    focal_point = models.ForeignKey(FocalPoint, on_delete=models.CASCADE, related_name="former")
    until_on = models.DateField(null=True, blank=True)
    recorded_at = models.DateTimeField()
    replaced_at = models.DateTimeField()

    class Meta:
        verbose_name = _("đầu mối trước khi sửa")

    def __str__(self) -> str:
        return f"{self.focal_point_id} until {self.replaced_at}"
