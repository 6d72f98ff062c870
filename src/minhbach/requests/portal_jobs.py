"""Tells the National Public Service Portal by the clock how its requests stand."""

from django.conf import settings
from django.utils.translation import gettext_noop

from minhbach.foundation import clock
from minhbach.foundation.jobs.definition import job
from minhbach.foundation.jobs.reports import Report, report
from minhbach.requests.actions.send_portal_news import send_portal_news
from minhbach.requests.actions.tell_portal import queue_portal_news
from minhbach.requests.models import PortalNews
from minhbach.requests.service_portal.posting import Posted, post


@job(retries=0, title=gettext_noop("Báo tình trạng yêu cầu cho Cổng Dịch vụ công quốc gia"))
def tell_service_portal() -> Report:
    """Queue what happened and send what is due: safe twice, late, or after a week of silence."""
    portal = settings.SERVICE_PORTAL
    if portal is None or not portal.url:
        return report(gettext_noop("Chưa nối Cổng Dịch vụ công quốc gia."))
    queue_portal_news(now=clock.now())

    def posted(news: PortalNews) -> Posted:
        return post(portal.url, news.content, key=portal.key, now=int(clock.now().timestamp()))

    sent, waiting = send_portal_news(post=posted, clock=clock.now)
    return report(gettext_noop("Tin đã báo: %(sent)s. Còn chờ: %(waiting)s"), sent=sent, waiting=waiting)
