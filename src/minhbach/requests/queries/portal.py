"""How far the National Public Service Portal knows of a case that came from it."""

from dataclasses import dataclass

from minhbach.requests.models import Case, NewsState, PortalCase, PortalNews


@dataclass(frozen=True, slots=True)
class PortalStanding:
    """The portal's number; how many messages wait; what the portal said to the last one that it refused, else ""."""

    number: str
    waiting: int
    refused: str


def portal_standing(case: Case) -> PortalStanding | None:
    """Return how far the portal knows; None for a case that did not come from it."""
    row = PortalCase.objects.filter(case=case).first()
    if row is None:
        return None
    news = PortalNews.objects.filter(portal_case=row)
    refused = news.filter(state=NewsState.REFUSED).order_by("-place").values_list("said", flat=True).first()
    return PortalStanding(row.portal_number, news.filter(state=NewsState.QUEUED).count(), refused or "")
