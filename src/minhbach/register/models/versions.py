"""Versions of items: what was there before stays citable."""

from django.db import models

from minhbach.register.models.items import Item


class ItemVersion(models.Model):
    """One version of an item's content: its files and its text.

    :ivar facts: what the item is called from this version on (`facts_kept.as_json`), applied when it becomes public;
        None: the item's own words hold.
    :ivar corrects: the number of the version that it corrects.
    :ivar text: what its files say, for reading on a page and for the search.
    :ivar published_on: since when the public reads it; an earlier version stays readable beside the one that corrects
        it, unless `withdrawn_on` says otherwise.
    """

    item = models.ForeignKey(Item, on_delete=models.CASCADE, related_name="versions")
    number = models.PositiveIntegerField()
    corrects = models.PositiveIntegerField(null=True)
    why = models.CharField(max_length=500, blank=True)
    facts = models.JSONField(null=True)
    text = models.TextField(blank=True)
    published_on = models.DateField(null=True)
    withdrawn_on = models.DateField(null=True)
    made_by = models.ForeignKey("accounts.Person", on_delete=models.PROTECT, related_name="+", null=True)
    made_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["item", "number"], name="one_version_a_number")]

    def __str__(self) -> str:
        return f"version {self.number} of item {self.item_id}"
