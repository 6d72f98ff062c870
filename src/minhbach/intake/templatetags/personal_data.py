"""Tags about the data of those who write in."""

from typing import Any

from django import template

from minhbach.domain.personal_data import DataMatter
from minhbach.foundation import clock
from minhbach.intake.notices import data_notice as notice_of

register = template.Library()


@register.inclusion_tag("intake/parts/data_notice.html")
def data_notice(matter: str, body: str = "") -> dict[str, Any]:
    """Show what is told before data are asked for: {% data_notice "request" body_name %}; nothing where no law asks."""
    return {"notice": notice_of(DataMatter(matter), on=clock.today(), body=str(body))}
