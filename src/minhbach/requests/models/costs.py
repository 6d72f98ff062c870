"""What an answer costs, and the account that is paid into."""

from django.db import models

from minhbach.requests.contracts import PaidWay
from minhbach.requests.models.cases import Case


class PaymentAccount(models.Model):
    """The account of a body, set by its administrator.

    :ivar bank: number (BIN) of the bank, six digits. `treasury`: words on the treasury and the office that collects.
    """

    body = models.OneToOneField("agencies.Body", on_delete=models.PROTECT, related_name="+")
    bank = models.CharField(max_length=6)
    bank_name = models.CharField(max_length=120)
    number = models.CharField(max_length=19)
    holder = models.CharField(max_length=200)
    treasury = models.CharField(max_length=300, blank=True)
    set_by = models.ForeignKey("accounts.Person", on_delete=models.PROTECT, related_name="+", null=True)
    set_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"account of body {self.body_id}"


class CostNotice(models.Model):
    """What a requester was told to pay; always a sum above 0. The latest of a case counts.

    :ivar lines: what was counted: words, unit, quantity, price, amount, as told. All sums in đồng.
    :ivar pay_by: the last day. `receipt`: number of the receipt (biên lai) once it is paid.
    """

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="costs")
    lines = models.JSONField()
    postage = models.PositiveIntegerField(default=0)
    share = models.PositiveSmallIntegerField(default=100)
    total = models.PositiveIntegerField()
    told_on = models.DateField()
    pay_by = models.DateField()
    told_by = models.ForeignKey("accounts.Person", on_delete=models.PROTECT, related_name="+", null=True)
    letter_id = models.BigIntegerField(null=True)
    paid_on = models.DateField(null=True)
    paid_way = models.CharField(max_length=12, choices=[(one.value, one.value) for one in PaidWay], blank=True)
    receipt = models.CharField(max_length=60, blank=True)

    class Meta:
        ordering = ["pk"]
        constraints = [models.CheckConstraint(condition=models.Q(total__gt=0), name="cost_told_has_a_sum")]

    def __str__(self) -> str:
        return f"cost {self.pk} of case {self.case_id}"
