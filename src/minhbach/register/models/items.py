"""The items of the register."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from minhbach.register.contracts import Access, Origin

ACCESS = [(one.value, one.value) for one in Access]
ORIGINS = [(one.value, one.value) for one in Origin]
PUBLIC = Q(public_version__isnull=False)


class ItemState(models.TextChoices):
    """Whether a line of the register still counts. A struck one stays visible to who saw it."""

    ACTIVE = "active", _("Đang giữ")
    STRUCK = "struck", _("Đã gạch")


class Item(models.Model):
    """A piece of information that a body holds, as a line of its register.

    What describes it (`title` … `created_on`) is, once it is public, what the public sees: a public item is corrected
    by a new version and never in place.

    :ivar public_id: stands in the address, tells nothing of how many there are, and never changes.
    :ivar version: of the row, for pages that were open while somebody else changed it.
    :ivar access: empty until a person classified it; `proposal` holds what a machine thought.
    :ivar statute: the number of the statute whose grounds and letters the classification names.
    :ivar publish_due_on: a copy for the index, recomputed from the facts; None: nothing is due, or it is not known.
    :ivar address_since: since when it is public elsewhere, under `address`; it is as good as public here.
    :ivar is_backlog: Article 31(3) of Law 01/2026 gives it until 01/3/2027; `planned_on` is the body's own plan.
    :ivar public_version: set by the room of publication; None: not public.
    :ivar listed_on: since when the public may read the line in the lists of Decree 13, Article 6.
    """

    public_id = models.CharField(max_length=16, unique=True, editable=False)
    body = models.ForeignKey("agencies.Body", on_delete=models.PROTECT, related_name="+")
    state = models.CharField(max_length=10, choices=ItemState.choices, default=ItemState.ACTIVE)
    version = models.PositiveIntegerField(default=1)
    book_year = models.PositiveSmallIntegerField()
    book_number = models.PositiveIntegerField(_("số vào sổ"))
    title = models.CharField(_("tên, trích yếu"), max_length=1000)
    kind = models.CharField(_("loại văn bản"), max_length=60, blank=True)
    number = models.CharField(_("số"), max_length=30, blank=True)
    symbol = models.CharField(_("ký hiệu"), max_length=60, blank=True)
    issuer_name = models.CharField(_("cơ quan ban hành"), max_length=300, blank=True)
    issuing_body = models.ForeignKey("agencies.Body", on_delete=models.PROTECT, related_name="+", null=True)
    issued_on = models.DateField(_("ngày ban hành"), null=True)
    created_on = models.DateField(_("ngày tạo ra"), null=True)
    creating_unit = models.ForeignKey("agencies.Body", on_delete=models.PROTECT, related_name="+", null=True)
    creating_unit_name = models.CharField(_("đơn vị tạo ra"), max_length=300, blank=True)
    origin = models.CharField(_("nguồn"), max_length=10, choices=ORIGINS)
    search_text = models.TextField(editable=False)
    sort_key = models.CharField(max_length=240, editable=False)

    access = models.CharField(
        _("loại tiếp cận"), max_length=12, choices=[(a.value, a.value) for a in Access], blank=True
    )
    grounds = models.JSONField(default=list)
    letter = models.CharField(_("điểm khoản 1 Điều 17"), max_length=2, blank=True)
    letter_place = models.PositiveSmallIntegerField(default=0, editable=False)
    statute = models.CharField(max_length=20, blank=True)
    class_reason = models.CharField(max_length=500, blank=True)
    classified_by = models.ForeignKey("accounts.Person", on_delete=models.PROTECT, related_name="+", null=True)
    classified_at = models.DateTimeField(null=True)
    proposal = models.JSONField(null=True)

    forms = models.JSONField(default=list)
    address = models.URLField(_("địa chỉ truy cập"), max_length=500, blank=True)
    address_since = models.DateField(null=True)
    special_due_on = models.DateField(null=True)
    special_ground = models.CharField(max_length=300, blank=True)
    duration = models.CharField(_("thời hạn công khai"), max_length=120, blank=True)
    public_until = models.DateField(null=True)
    posted_from = models.DateField(null=True)
    was_due_before = models.BooleanField(null=True)
    publish_due_on = models.DateField(null=True)
    is_due_provisional = models.BooleanField(default=False)
    is_backlog = models.BooleanField(default=False)
    planned_on = models.DateField(null=True)

    store = models.CharField(_("kho"), max_length=60, blank=True)
    shelf = models.CharField(_("giá"), max_length=60, blank=True)
    box = models.CharField(_("hộp"), max_length=60, blank=True)
    folder = models.CharField(_("hồ sơ"), max_length=60, blank=True)
    sheet = models.CharField(_("tờ"), max_length=60, blank=True)
    retention_years = models.PositiveSmallIntegerField(_("thời hạn bảo quản"), null=True)

    public_version = models.ForeignKey(
        "register.ItemVersion", on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    published_on = models.DateField(null=True)
    listed_on = models.DateField(null=True)

    entered_by = models.ForeignKey("accounts.Person", on_delete=models.PROTECT, related_name="+", null=True)
    entered_at = models.DateTimeField()
    struck_at = models.DateTimeField(null=True)
    struck_reason = models.CharField(max_length=300, blank=True)
    item_import = models.ForeignKey(
        "register.ItemImport", on_delete=models.PROTECT, related_name="items", null=True, blank=True
    )

    class Meta:
        verbose_name = _("thông tin")
        constraints = [
            models.UniqueConstraint(fields=["body", "book_year", "book_number"], name="one_item_a_book_number"),
            models.CheckConstraint(
                condition=Q(letter="") | Q(access=Access.OPEN.value), name="item_letter_is_of_what_is_open"
            ),
            models.CheckConstraint(
                condition=Q(public_version__isnull=True) | Q(access=Access.OPEN.value, state=ItemState.ACTIVE),
                name="item_public_is_open_and_active",
            ),
            models.CheckConstraint(
                condition=Q(special_due_on__isnull=True) | ~Q(special_ground=""), name="item_special_due_has_a_ground"
            ),
        ]
        indexes = [
            # The list of officers: newest first within bodies.
            models.Index(fields=["body", "-created_on", "-id"], name="item_newest_of_body"),
            models.Index(fields=["body", "letter", "state"], name="item_letter_of_body"),
            models.Index(
                fields=["body", "state", "access", "letter_place", "-created_on", "-id"], name="item_lists_of_body"
            ),
            models.Index(fields=["body", "publish_due_on"], name="item_due_of_body"),
            models.Index(fields=["body", "sort_key", "id"], name="item_title_of_body"),
            models.Index(fields=["body", "number"], name="item_number_of_body"),
            models.Index(
                F("published_on").desc(),
                F("id").desc(),
                name="item_public_newest",
                condition=Q(public_version__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"item {self.public_id}"
