"""Every address of the installation. English stands under `/en/`, Vietnamese at the root."""

from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path

from minhbach.accounts.log_in_urls import provider_urlpatterns

urlpatterns = [
    path("", include("minhbach.foundation.urls")),
    path("", include("minhbach.portal.feed_urls")),
    *provider_urlpatterns,
    *i18n_patterns(
        path("", include("minhbach.accounts.log_in_urls")),
        path("", include("minhbach.demonstration.urls")),
        path("", include("minhbach.foundation.mail.urls")),
        path("", include("minhbach.foundation.calendar.urls")),
        path("", include("minhbach.accounts.urls")),
        path("", include("minhbach.agencies.urls")),
        path("", include("minhbach.papers.urls")),
        path("", include("minhbach.register.urls")),
        path("", include("minhbach.digitisation.urls")),
        path("", include("minhbach.publication.urls")),
        path("", include("minhbach.publication.list_urls")),
        path("", include("minhbach.publication.announcements.urls")),
        path("", include("minhbach.publication.procedures.urls")),
        path("", include("minhbach.publication.regulations.urls")),
        path("", include("minhbach.publication.redaction.urls")),
        path("", include("minhbach.privacy.urls")),
        path("", include("minhbach.requests.urls")),
        path("", include("minhbach.planning.urls")),
        path("", include("minhbach.outreach.urls")),
        path("", include("minhbach.desk.urls")),
        path("", include("minhbach.portal.urls")),
        prefix_default_language=False,
    ),
]

handler404 = "minhbach.foundation.views.not_found"
handler500 = "minhbach.foundation.views.not_done"
handler403 = "minhbach.foundation.views.not_found"
handler400 = "minhbach.foundation.views.bad_request"
handler429 = "minhbach.accounts.views.log_in.too_many"
