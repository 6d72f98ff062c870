"""Kept files in which newer rules found a mark of secrecy, and what a leader decided."""

from django.db import models

from minhbach.publication.contracts import SecretDecision


class SecretFinding(models.Model):
    """That a kept file proved to bear a mark; until a leader has decided, the leader alone opens the version's files.

    Nothing of what the file says stands here, nor its name or digest.

    :ivar version_file: the register's id of the file; `version_id` of its version.
    :ivar edition: of the rules of screening that found it.
    :ivar was_public: the public could read the item then, and it was withdrawn.
    :ivar words: the leader's own, without content: what was done by the law on state secrets, or why it is no secret.
    """

    item = models.ForeignKey("register.Item", on_delete=models.CASCADE, related_name="+")
    body = models.ForeignKey("agencies.Body", on_delete=models.PROTECT, related_name="+")
    version_id = models.BigIntegerField()
    version_number = models.PositiveIntegerField()
    version_file = models.BigIntegerField()
    edition = models.CharField(max_length=16)
    found_at = models.DateTimeField()
    was_public = models.BooleanField()
    decision = models.CharField(max_length=12, choices=[(one.value, one.value) for one in SecretDecision], blank=True)
    words = models.CharField(max_length=500, blank=True)
    decided_at = models.DateTimeField(null=True)
    decided_by = models.ForeignKey("accounts.Person", on_delete=models.PROTECT, related_name="+", null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["version_file", "edition"], name="one_finding_a_file_and_edition"),
        ]
        indexes = [models.Index(fields=["version_id"], name="secret_finding_of_version")]

    def __str__(self) -> str:
        return f"finding {self.pk} in version {self.version_id}"
