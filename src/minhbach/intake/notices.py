"""What people are told before their data are asked for (Law 91/2025), filled in for a body and a day."""

from dataclasses import dataclass
from datetime import date

from minhbach.domain.personal_data import DataMatter
from minhbach.lawbook.personal_data import notice_on, retention_on


@dataclass(frozen=True, slots=True)
class NoticeLine:
    """One thing that is told: its heading, its words, and the article that it rests on, if one is named."""

    heading: str
    words: str
    article: str = ""


@dataclass(frozen=True, slots=True)
class DataNotice:
    """The whole notice; Vietnamese, as data. `is_sure` tells whether law and period were read in their texts."""

    lines: tuple[NoticeLine, ...]
    document: str
    is_sure: bool


def data_notice(matter: DataMatter, *, on: date, body: str = "") -> DataNotice | None:
    """Return the notice for a matter on a day; None before any law asked for it.

    :param body: the agency's name; empty while it is not known yet.
    """
    notice, period = notice_on(on), retention_on(on, matter)
    if notice is None:
        return None
    places = {"body": body or "cơ quan nhận", "kept": f"{period.months} tháng"}
    lines = (NoticeLine(one.heading, _filled(one.words, places), one.article) for one in notice.about(matter))
    return DataNotice(tuple(lines), notice.document, notice.is_sure and period.is_sure)


def _filled(words: str, places: dict[str, str]) -> str:
    for place, value in places.items():
        words = words.replace(f"{{{place}}}", value)
    return words[:1].upper() + words[1:]
