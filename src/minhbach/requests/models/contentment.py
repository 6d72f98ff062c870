"""How content requesters were with how their request was dealt with."""

from django.db import models

from minhbach.requests.contracts import Content
from minhbach.requests.models.cases import Case


class Contentment(models.Model):
    """What a requester said after the answer. It can be said anew; the last word counts."""

    case = models.OneToOneField(Case, on_delete=models.CASCADE, related_name="contentment")
    content = models.CharField(max_length=8, choices=[(one.value, one.value) for one in Content])
    words = models.TextField(blank=True)
    said_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.content} with case {self.case_id}"
