"""Tables of the event log, of stored files, of mail, of days off, and of what jobs need beyond django-tasks."""

from typing import Any, NoReturn
from uuid import uuid4

from django.db import models
from django.utils.translation import gettext as _

from minhbach.domain.lifecycles.mail import MailState
from minhbach.foundation.contracts import AppendOnly, VirusCheck


class EventQuerySet(models.QuerySet["Event"]):
    """Refuses what would change history; the triggers of migration 0001 refuse it once more in the database."""

    def update(self, **_values: Any) -> NoReturn:
        raise AppendOnly(_("Không sửa được nhật ký."))

    def delete(self) -> NoReturn:
        raise AppendOnly(_("Không xóa được nhật ký."))

    def bulk_update(self, *_arguments: Any, **_options: Any) -> NoReturn:
        raise AppendOnly(_("Không sửa được nhật ký."))


class EventChain(models.Model):
    """The head of a chain: how many entries it has, and the hash of the last one."""

    name = models.CharField(primary_key=True, max_length=64)
    count = models.PositiveBigIntegerField(default=0)
    head = models.CharField(max_length=64)

    def __str__(self) -> str:
        return f"{self.name}#{self.count}"


class Event(models.Model):
    """One entry of the event log; `record_event` is the only writer."""

    chain = models.CharField(max_length=64)
    sequence = models.PositiveBigIntegerField()
    kind = models.CharField(max_length=64)
    subject_kind = models.CharField(max_length=64)
    subject_id = models.CharField(max_length=64)
    actor = models.CharField(max_length=80)
    at = models.DateTimeField()
    ground = models.CharField(max_length=300, blank=True)
    # The canonical text itself is kept: a JSON column would reorder it, and the hash is over these very characters.
    facts = models.TextField(default="{}")
    previous_hash = models.CharField(max_length=64)
    hash = models.CharField(max_length=64)

    objects = EventQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["chain", "sequence"], name="event_place_in_chain")]
        indexes = [
            models.Index(fields=["subject_kind", "subject_id", "id"], name="event_subject"),
            models.Index(fields=["kind", "id"], name="event_kind"),
        ]

    def __str__(self) -> str:
        return f"{self.chain}#{self.sequence} {self.kind}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        if not self._state.adding:
            raise AppendOnly(_("Không sửa được nhật ký."))
        super().save(*args, **kwargs)

    def delete(self, *_args: Any, **_kwargs: Any) -> NoReturn:
        raise AppendOnly(_("Không xóa được nhật ký."))


class StoredFile(models.Model):
    """One file as it was handed in. Several rows may share the bytes, which lie on the disk once, under their hash."""

    sha256 = models.CharField(max_length=64, db_index=True)
    size = models.PositiveBigIntegerField()
    name = models.CharField(max_length=200)
    media_type = models.CharField(max_length=100)
    subject_kind = models.CharField(max_length=64)
    subject_id = models.CharField(max_length=64)
    stored_by = models.CharField(max_length=80)
    stored_at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["subject_kind", "subject_id"], name="stored_file_subject")]

    def __str__(self) -> str:
        return self.name


class DoomedBytes(models.Model):
    """Bytes whose last file was destroyed: an hourly job takes them off the disk, unless a file names them again."""

    sha256 = models.CharField(max_length=64, unique=True)
    since = models.DateTimeField()

    def __str__(self) -> str:
        return self.sha256


class TrainingMark(models.Model):
    """The only row, where people train: these data are not real, and are never served as such."""

    begun_at = models.DateTimeField()

    def __str__(self) -> str:
        return "training"


class FileLook(models.Model):
    """What the antivirus and the judge of digital signatures said of some bytes, however many files have them.

    :ivar virus: what was found, where the bytes had been kept before it was known.
    :ivar signatures: as `extraction.signatures.read.to_plain`.
    :ivar judged_with: mark of the certificates that signatures were held against.
    """

    sha256 = models.CharField(max_length=64, unique=True)
    virus_check = models.CharField(max_length=12, choices=[(one.value, one.value) for one in VirusCheck])
    virus = models.CharField(max_length=100, blank=True)
    signatures = models.JSONField(default=list)
    judged_with = models.CharField(max_length=16)
    looked_at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["virus_check"], name="file_look_virus_check")]

    def __str__(self) -> str:
        return f"{self.sha256[:12]} ({self.virus_check})"


class JobLease(models.Model):
    """What a job needs beyond its row in the queue: who runs it until when, how often it was tried, how it failed."""

    job = models.UUIDField(primary_key=True)
    worker = models.CharField(max_length=120, blank=True)
    leased_until = models.DateTimeField(null=True, db_index=True)
    attempts = models.PositiveIntegerField(default=0)
    last_failure = models.TextField(blank=True)
    last_failed_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return f"{self.job} ({self.attempts})"


class ScheduledJob(models.Model):
    """When a registered function last ran and is due next."""

    name = models.CharField(primary_key=True, max_length=200)
    next_at = models.DateTimeField()
    last_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return self.name


class OutgoingMail(models.Model):
    """A mail in the outbox, written in the transaction of the change that it tells of; kept once it is sent."""

    # The key stays through every sending of this mail; `round` counts the sendings that a person ordered.
    key = models.UUIDField(unique=True, default=uuid4, editable=False)
    round = models.PositiveSmallIntegerField(default=1)
    message_id = models.CharField(max_length=320, unique=True)
    to = models.EmailField(max_length=254)
    # Of somebody who is no officer: pages of mail show its beginning alone, and nobody searches for it.
    is_private = models.BooleanField(default=False)
    subject = models.CharField(max_length=120)
    text = models.TextField()
    searchable = models.CharField(max_length=400, editable=False)
    about_kind = models.CharField(max_length=64)
    about_id = models.CharField(max_length=64)
    # Later rooms' rows, named by id alone: whose mail it is, and who reads it.
    body_id = models.BigIntegerField(null=True)
    person_id = models.BigIntegerField(null=True, db_index=True)
    state = models.CharField(max_length=16, default=MailState.QUEUED.value)
    attempts = models.PositiveSmallIntegerField(default=0)
    unclear = models.PositiveSmallIntegerField(default=0)
    # Set before a try and taken away with its outcome: found set, it tells of a worker that died in between.
    trying_since = models.DateTimeField(null=True)
    next_at = models.DateTimeField()
    trouble = models.CharField(max_length=16, blank=True)
    said = models.CharField(max_length=500, blank=True)
    given_up_because = models.CharField(max_length=300, blank=True)
    queued_by = models.CharField(max_length=80)
    queued_at = models.DateTimeField()
    sent_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [
            models.Index(fields=["state", "next_at"], name="outgoing_mail_due"),
            models.Index(fields=["about_kind", "about_id"], name="outgoing_mail_about"),
            models.Index(fields=["body_id", "queued_at"], name="outgoing_mail_body"),
        ]

    def __str__(self) -> str:
        return f"{self.subject} ({self.pk})"


class LeftInMailbox(models.Model):
    """A message that lies in the mailbox and is not looked at again: too large, broken, or not understood."""

    mailbox = models.CharField(max_length=300)
    validity = models.BigIntegerField()
    uid = models.BigIntegerField()
    why = models.CharField(max_length=20)
    noted_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["mailbox", "validity", "uid"], name="left_in_mailbox_once")]

    def __str__(self) -> str:
        return f"{self.mailbox}#{self.uid}"


class CalendarChange(models.Model):
    """One thing that an administrator said of days off, and where it was seen. Never deleted: a mistake is taken back.

    :ivar act: an `ActKind` of `domain.calendars.changes`.
    :ivar year: the year whose list is announced; None for single days.
    :ivar source: number, symbol and day of the document, or where it was announced.
    """

    act = models.CharField(max_length=20)
    year = models.PositiveSmallIntegerField(null=True)
    source = models.CharField(max_length=300)
    made_by = models.CharField(max_length=80)
    made_at = models.DateTimeField()
    taken_back_by = models.CharField(max_length=80, blank=True)
    taken_back_at = models.DateTimeField(null=True)
    taken_back_because = models.CharField(max_length=300, blank=True)

    def __str__(self) -> str:
        return f"{self.act} {self.pk}"


class AddedDay(models.Model):
    """A day as a change has it: a kind of `DayKind`, or none, where it is again what its weekday says."""

    change = models.ForeignKey(CalendarChange, on_delete=models.PROTECT, related_name="days")
    day = models.DateField()
    kind = models.CharField(max_length=20, blank=True)
    why = models.CharField(max_length=200, blank=True)
    instead_of = models.DateField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["change", "day"], name="one_row_a_day_in_a_change")]

    def __str__(self) -> str:
        return f"{self.day} {self.kind}"


class CalendarState(models.Model):
    """The only row: which calendar is in use, and with which one open dates were last counted.

    :ivar token: drawn anew with every change, so that every process sees with one look whether its copy still holds.
    :ivar counted: the days that were not what their weekday says ({"2026-01-02": false}); None before the first count.
    """

    token = models.CharField(max_length=32, blank=True)
    counted = models.JSONField(null=True)

    def __str__(self) -> str:
        return self.token


class SearchEntry(models.Model):
    """A row of some room as it is found: what is filtered and counted by. `index_entry` is the only writer."""

    kind = models.CharField(max_length=64)
    subject_id = models.BigIntegerField()
    on = models.DateField(null=True)
    letter = models.CharField(max_length=8, blank=True)
    document_kind = models.CharField(max_length=32, blank=True)
    year = models.PositiveSmallIntegerField(null=True)
    # Tokens with a space on either side of each, so that one is found whole.
    visible_to = models.TextField()
    bodies = models.TextField(blank=True)
    number_key = models.CharField(max_length=160, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["kind", "subject_id"], name="search_entry_once")]
        indexes = [models.Index(fields=["on", "id"], name="search_entry_newest")]

    def __str__(self) -> str:
        return f"{self.kind}:{self.subject_id}"


class SearchText(models.Model):
    """What an entry says: its text as it is shown, and the same as it is compared (`domain.search.fit`)."""

    entry = models.OneToOneField(SearchEntry, primary_key=True, on_delete=models.CASCADE)
    title = models.TextField()
    number = models.CharField(max_length=160, blank=True)
    body = models.TextField(blank=True)
    compared = models.BinaryField()

    def __str__(self) -> str:
        return self.title


class SearchFrequency(models.Model):
    """In how many public entries of the sample a word or pair stands; learned now and then, not with each write."""

    lexeme = models.CharField(primary_key=True, max_length=200)
    count = models.PositiveIntegerField()
    is_word = models.BooleanField(db_index=True)

    def __str__(self) -> str:
        return f"{self.lexeme} ({self.count})"


class SearchState(models.Model):
    """One row: by which rules the index was made, and what the frequencies were learned from."""

    version = models.PositiveIntegerField()
    sampled = models.PositiveIntegerField(default=0)
    entries_when_learned = models.PositiveIntegerField(default=0)
    learned_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return f"{self.version} ({self.sampled})"


class PostedForm(models.Model):
    """A form of an officers' page that was sent, told from others by a digest; `led_to`: where it led once done.

    Kept for a day, so that the same form sent again does nothing more (`foundation.one_post`).
    """

    key = models.CharField(primary_key=True, max_length=64)
    at = models.DateTimeField(db_index=True)
    led_to = models.CharField(max_length=500, blank=True)

    def __str__(self) -> str:
        return self.key[:8]
