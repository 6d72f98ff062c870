"""Tags about the data of those who write in."""

from typing import Any

from django import template

from minhbach.domain.personal_data import DataMatter
from minhbach.foundation import clock
from minhbach.intake.covering import covered
from minhbach.intake.notices import data_notice as notice_of

register = template.Library()


@register.filter(name="covered")
def covered_filter(text: str) -> str:
    """Show what people wrote without the numbers of their papers: {{ message.text|covered }}."""
    return covered(text or "")


@register.inclusion_tag("intake/parts/data_notice.html")
def data_notice(matter: str, body: str = "") -> dict[str, Any]:
    """Show what is told before data are asked for: {% data_notice "request" body_name %}; nothing where no law asks."""
    return {"notice": notice_of(DataMatter(matter), on=clock.today(), body=str(body))}
