"""Tables of papers: letters with their place in the book, and the series that numbers are drawn from."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from minhbach.domain.lifecycles.letter import LetterState


class Letter(models.Model):
    """A document that a body issues, from draft to signed scan. `content` is what `as_json` keeps of the paper.

    `about_kind` and `about_id` name what the letter is about, for the room that drafted it.
    """

    body = models.ForeignKey("agencies.Body", on_delete=models.PROTECT, related_name="+")
    state = models.CharField(max_length=20, choices=[(s.value, s.value) for s in LetterState])
    kind = models.CharField(_("loại văn bản"), max_length=60)
    year = models.PositiveSmallIntegerField(_("năm"), null=True)
    number = models.PositiveIntegerField(_("số"), null=True)
    symbol = models.CharField(_("ký hiệu"), max_length=60, blank=True)
    issued_on = models.DateField(_("ngày ban hành"), null=True)
    subject = models.CharField(_("trích yếu"), max_length=1000)
    content = models.JSONField()
    search_text = models.TextField(blank=True, editable=False)
    about_kind = models.CharField(max_length=64, blank=True)
    about_id = models.BigIntegerField(null=True)
    drafted_by = models.ForeignKey("accounts.Person", on_delete=models.PROTECT, related_name="+", null=True)
    drafted_at = models.DateTimeField()
    version = models.PositiveIntegerField(default=1)
    scan_file_id = models.BigIntegerField(null=True)
    scan_name = models.CharField(max_length=200, blank=True)
    dropped_reason = models.CharField(_("lý do bỏ"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("công văn")
        constraints = [
            models.UniqueConstraint(fields=["body", "year", "kind", "number"], name="one_letter_a_number"),
            models.CheckConstraint(
                condition=Q(number__isnull=True, year__isnull=True)
                | Q(number__gt=0, year__isnull=False, issued_on__isnull=False),
                name="letter_number_has_year_and_date",
            ),
            models.CheckConstraint(
                condition=Q(number__isnull=False) | Q(state__in=[LetterState.DRAFT, LetterState.DROPPED]),
                name="letter_without_number_goes_nowhere",
            ),
            models.CheckConstraint(
                condition=Q(scan_file_id__isnull=False) | ~Q(state=LetterState.SIGNED),
                name="letter_signed_has_a_scan",
            ),
        ]
        indexes = [
            models.Index(fields=["body", "state"], name="letter_by_state"),
            models.Index(fields=["about_kind", "about_id"], name="letter_by_subject"),
        ]

    def __str__(self) -> str:
        return f"letter {self.pk} ({self.state})"


class NumberSeries(models.Model):
    """The numbers of one body, year and kind. Its row is locked while one is given, so that none is given twice."""

    body = models.ForeignKey("agencies.Body", on_delete=models.PROTECT, related_name="+")
    year = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=60)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["body", "year", "kind"], name="one_series_a_body_year_kind")]

    def __str__(self) -> str:
        return f"{self.body_id} {self.kind} {self.year}"
