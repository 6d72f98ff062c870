"""Files of versions: kept ones, and those that nobody may open yet."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from minhbach.register.contracts import FileRole
from minhbach.register.models.versions import ItemVersion

ROLES = [(role.value, role.value) for role in FileRole]


class VersionFile(models.Model):
    """A file that was read, carries no mark of secrecy, and lies in foundation's store under `file_id`.

    :ivar characters: how many a machine reads in it; 0: none, or it cannot be opened; None: nobody has looked yet.
    :ivar is_whole: false once its bytes were found missing or damaged.
    :ivar looked_with: the edition of the rules of screening (`extraction.screening.edition`) of the last look.
    """

    version = models.ForeignKey(ItemVersion, on_delete=models.CASCADE, related_name="files")
    role = models.CharField(max_length=10, choices=ROLES)
    file_id = models.BigIntegerField(unique=True)
    name = models.CharField(max_length=200)
    media_type = models.CharField(max_length=100)
    size = models.PositiveBigIntegerField()
    sha256 = models.CharField(max_length=64)
    characters = models.PositiveIntegerField(null=True)
    is_whole = models.BooleanField(default=True)
    looked_at = models.DateTimeField(null=True)
    looked_with = models.CharField(max_length=16, blank=True)

    class Meta:
        ordering = ["pk"]
        indexes = [models.Index(fields=["looked_with", "looked_at"], name="version_file_to_look_at")]

    def __str__(self) -> str:
        return self.name


class HeldState(models.TextChoices):
    """Where a file stands that is not kept (yet)."""

    WAITING = "waiting", _("Đang kiểm tra")
    UNREADABLE = "unreadable", _("Không đọc được")
    REFUSED = "refused", _("Bị từ chối")


class HeldFile(models.Model):
    """A file that waits in quarantine until it is known to carry no mark of secrecy, or that was not kept.

    What turns out fit is stored and its row goes; the row of what was not kept stays and says why.

    :ivar name: empty once the file proved secret, since the name is kept no more than the file.
    :ivar code: why it was not kept, as the reader of documents says it; `sentence` in its own Vietnamese words.
    """

    version = models.ForeignKey(ItemVersion, on_delete=models.CASCADE, related_name="held_files")
    role = models.CharField(max_length=10, choices=ROLES)
    state = models.CharField(max_length=12, choices=HeldState.choices, default=HeldState.WAITING)
    name = models.CharField(max_length=255, blank=True)
    size = models.PositiveBigIntegerField()
    handed_in_by = models.ForeignKey("accounts.Person", on_delete=models.PROTECT, related_name="+", null=True)
    code = models.CharField(max_length=40, blank=True)
    sentence = models.CharField(max_length=500, blank=True)

    class Meta:
        indexes = [models.Index(fields=["state"], condition=models.Q(state="waiting"), name="register_file_waiting")]

    def __str__(self) -> str:
        return f"held file {self.pk} ({self.state})"
