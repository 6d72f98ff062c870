"""People who log in, the posts they hold, and who stands in for whom."""

from collections.abc import Iterator

from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import F, Q
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext_lazy as _

from minhbach.domain.access import Role

ROLE_CHOICES = [(role.value, role.value) for role in Role]


class PersonManager(BaseUserManager["Person"]):
    """Finds people by user name, as Django's authentication expects."""


class Person(AbstractBaseUser):
    """A person who may log in. What they may do comes from their posts alone."""

    username = models.CharField(_("tên đăng nhập"), max_length=40, unique=True)
    email = models.CharField(_("thư điện tử"), max_length=254, blank=True, default="")
    name = models.CharField(_("họ và tên"), max_length=200)
    name_key = models.CharField(max_length=900, editable=False, default="")
    searchable = models.CharField(max_length=600, editable=False, default="")
    is_active = models.BooleanField(_("đang dùng"), default=True)
    temporary_password_until = models.DateTimeField(_("mật khẩu tạm dùng đến"), null=True, blank=True)
    session_stamp = models.PositiveIntegerField(default=0, editable=False)
    created_at = models.DateTimeField(_("lập lúc"))
    closed_at = models.DateTimeField(_("khóa lúc"), null=True, blank=True)
    closing_reason = models.CharField(_("lý do khóa"), max_length=300, blank=True, default="")

    USERNAME_FIELD = "username"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS = ["name"]

    objects = PersonManager()

    class Meta:
        verbose_name = _("người dùng")
        constraints = [
            models.UniqueConstraint(fields=["email"], condition=~Q(email=""), name="one_person_an_email"),
        ]
        indexes = [models.Index(fields=["name_key"], name="person_by_name")]

    def __str__(self) -> str:
        return self.name

    def get_session_auth_hash(self) -> str:
        """Return what every session of this person must carry; a new password or a new stamp ends them all."""
        return self._session_hash(settings.SECRET_KEY)

    def get_session_auth_fallback_hash(self) -> Iterator[str]:
        """Yield the same under the secrets that were in use before."""
        yield from map(self._session_hash, settings.SECRET_KEY_FALLBACKS)

    def _session_hash(self, secret: str | bytes) -> str:
        value = f"{self.password}|{self.session_stamp}"
        return salted_hmac("minhbach.accounts.session", value, secret=secret, algorithm="sha256").hexdigest()


class Post(models.Model):
    """A role that a person holds in a body, from `from_on` until the day before `until_on`."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="posts")
    role = models.CharField(_("vai trò"), max_length=30, choices=ROLE_CHOICES)
    body = models.ForeignKey("agencies.Body", on_delete=models.PROTECT, related_name="+")
    # An inner unit (phòng, văn phòng) is a body of its own kind; null is the whole body.
    unit = models.ForeignKey("agencies.Body", on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    title = models.CharField(_("chức vụ"), max_length=200, blank=True, default="")
    from_on = models.DateField(_("từ ngày"))
    until_on = models.DateField(_("đến trước ngày"), null=True, blank=True)
    ending_reason = models.CharField(_("lý do thôi giữ"), max_length=300, blank=True, default="")

    class Meta:
        verbose_name = _("vị trí")
        constraints = [
            models.CheckConstraint(
                # Equal days remain of a post that was taken back before it was held.
                condition=Q(until_on__isnull=True) | Q(until_on__gte=F("from_on")),
                name="post_ends_after_it_begins",
            ),
        ]
        indexes = [models.Index(fields=["body", "role"], name="post_by_body")]

    def __str__(self) -> str:
        return f"{self.role} {self.person_id} @ {self.body_id}"


class Delegation(models.Model):
    """A post exercised by another person while its holder is away, until the day before `until_on`."""

    post = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="delegations")
    delegate = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="delegations")
    from_on = models.DateField(_("từ ngày"))
    until_on = models.DateField(_("đến trước ngày"))
    reason = models.CharField(_("lý do"), max_length=300)

    class Meta:
        verbose_name = _("ủy quyền")
        constraints = [
            # Equal days remain of a delegation that was taken back before it began.
            models.CheckConstraint(condition=Q(until_on__gte=F("from_on")), name="delegation_ends_after_it_begins"),
        ]

    def __str__(self) -> str:
        return f"{self.post_id} → {self.delegate_id}"


class KeptForm(models.Model):
    """What a person had typed when the session ended: encrypted under a secret that only the browser holds."""

    digest = models.CharField(primary_key=True, max_length=64)
    content = models.BinaryField()
    until = models.DateTimeField(db_index=True)

    class Meta:
        verbose_name = _("biểu mẫu giữ lại")

    def __str__(self) -> str:
        return self.digest[:8]
