"""What was written to and fro after a submission came in."""

from django.db import models

from minhbach.intake.models.submissions import Submission


class Message(models.Model):
    """A message between the sender and the body. Both sides read all of it.

    :ivar is_from_sender: false for what the body wrote.
    :ivar kind: what it is, as the room that wrote it says: "supplement_asked", "question" …
    :ivar message_id: of an e-mail that it came by, so that the same one read twice is one message; else empty.
    """

    submission = models.ForeignKey(Submission, on_delete=models.CASCADE, related_name="messages")
    is_from_sender = models.BooleanField()
    kind = models.CharField(max_length=32)
    text = models.TextField(blank=True)
    at = models.DateTimeField()
    written_by = models.ForeignKey("accounts.Person", on_delete=models.PROTECT, related_name="+", null=True)
    mail_id = models.BigIntegerField(null=True)
    message_id = models.CharField(max_length=320, blank=True)

    class Meta:
        ordering = ["at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["message_id"], condition=~models.Q(message_id=""), name="one_message_an_e_mail"
            )
        ]

    def __str__(self) -> str:
        return f"message {self.pk} of submission {self.submission_id}"
