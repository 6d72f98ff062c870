"""Tables of personal data: holds, wishes, minutes of erasures, breaches."""

from minhbach.privacy.models.breaches import Breach, BreachSeries
from minhbach.privacy.models.erasures import Erasure
from minhbach.privacy.models.holds import LegalHold
from minhbach.privacy.models.wishes import DataWish

__all__ = ["Breach", "BreachSeries", "DataWish", "Erasure", "LegalHold"]
