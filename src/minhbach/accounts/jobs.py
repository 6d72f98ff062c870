"""What accounts do in the background: forget what need not be kept."""

from datetime import timedelta

from axes.models import AccessAttempt
from django.contrib.sessions.models import Session
from django.utils.translation import gettext_noop

from minhbach.accounts import kept_forms
from minhbach.foundation import clock
from minhbach.foundation.jobs import Report, job, report

# Wrong tries count for a quarter of an hour; their addresses are personal data and are of no use a day later.
TRIES_KEPT = timedelta(days=1)


@job(retries=3, title=gettext_noop("Dọn phiên và biểu mẫu đã hết hạn"))
def forget_what_is_over() -> Report:
    """Remove sessions that are over, forms that nobody came back for, and wrong tries of yesterday."""
    now = clock.now()
    forms = kept_forms.forget_expired(now=now)
    sessions, _ = Session.objects.filter(expire_date__lt=now).delete()
    tries, _ = AccessAttempt.objects.filter(attempt_time__lt=now - TRIES_KEPT).delete()
    words = gettext_noop("Biểu mẫu: %(forms)s. Phiên: %(sessions)s. Lượt sai: %(tries)s")
    return report(words, forms=forms, sessions=sessions, tries=tries)
