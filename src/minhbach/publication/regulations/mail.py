"""The mail that asks for an opinion of a draft: Vietnamese, without content and without names."""

import datetime as dt

from django.conf import settings
from django.urls import reverse
from django.utils.translation import override

from minhbach.foundation.dates import written

ASKED = "Hôm nay: 1 dự thảo chờ ý kiến"


def asking_mail(announcement_id: int, until_on: dt.date) -> tuple[str, str]:
    """Return subject and text of what is sent to each person who may answer."""
    # A mail knows no request: the address is under the installation's first name, in Vietnamese.
    with override("vi"):
        path = reverse("regulations:give_opinion", args=[announcement_id])
    host = settings.ENVIRONMENT.hosts[0].lstrip(".*")
    address = f"https://{host}{path}" if host else path
    return ASKED, f"{ASKED}, góp ý đến hết ngày {written(until_on)}.\n\nXem và góp ý ở:\n{address}"
