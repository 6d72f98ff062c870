"""Which facts of a request the statute refuses, each with the article that it stands in."""

import datetime as dt

from minhbach.domain.deadlines.due import FactRefused
from minhbach.domain.statutes.statute import Statute
from minhbach.domain.statutes.terms import Term
from minhbach.domain.statutes.values import ChannelKey, Cited, Complexity, Matter, Unit

UNIT_WORDS = {Unit.WORKING_DAY: "ngày làm việc", Unit.DAY: "ngày", Unit.MONTH: "tháng", Unit.IMMEDIATELY: "ngay"}


def check_facts(
    sent_on: dt.date, valid_on: dt.date, channel: ChannelKey, complexity: Complexity | None, statute: Statute
) -> None:
    """Hold facts to the statute.

    :raises FactRefused: for a request of another statute's time, a channel that it does not name, a valid request
        before it was sent, or no complexity where the term hangs on it.
    """
    choice = statute.choice(Matter.REQUEST)
    if not choice.holds_on(sent_on):
        raise FactRefused(
            f"{statute.title} không áp dụng cho yêu cầu gửi ngày {sent_on:%d/%m/%Y} ({at(choice, statute)})"
        )
    if valid_on < sent_on:
        raise FactRefused(
            f"yêu cầu không thể hợp lệ ngày {valid_on:%d/%m/%Y}, trước ngày gửi {sent_on:%d/%m/%Y} "
            f"({answers_at(statute, channel)})"
        )
    if channel not in {row.key for row in statute.channels}:
        raise FactRefused(f"{statute.title} không có hình thức yêu cầu qua {channel} ({channels_at(statute)})")
    needs = [term for term in statute.terms if term.about == "request" and term.complexity is not None]
    if complexity is None and any(term.holds_for(channel=channel, complexity=term.complexity) for term in needs):
        raise FactRefused(f"cần biết yêu cầu đơn giản hay phức tạp ({answers_at(statute, channel)})")


def check_extension(amount: int, extension: Term | None, answer: Term, statute: Statute) -> None:
    """Hold an extension to what the statute allows.

    :raises FactRefused: if it allows none, or less.
    """
    if extension is None:
        raise FactRefused(f"thời hạn này không được gia hạn ({at(answer, statute)})")
    if not 1 <= amount <= extension.amount:
        most = f"{extension.amount} {UNIT_WORDS[extension.unit]}"
        raise FactRefused(f"gia hạn từ 1 đến {most}, không phải {amount} ({at(extension, statute)})")


def answers_at(statute: Statute, channel: ChannelKey | None = None) -> str:
    """Return the articles on when requests are answered, for a channel or for all."""
    terms = (term for term in statute.terms if term.what == "answer")
    places = [at(term, statute) for term in terms if channel is None or not term.channels or channel in term.channels]
    return "; ".join(dict.fromkeys(places or [at(term, statute) for term in statute.terms if term.what == "answer"]))


def channels_at(statute: Statute) -> str:
    """Return the articles that name the channels."""
    places = (f"{row.article.split(' điểm')[0]} {statute.title_of(row.document)}" for row in statute.channels)
    return "; ".join(dict.fromkeys(places))


def at(value: Cited, statute: Statute) -> str:
    """Return where a value stands, with the title of its document: "Điều 26 khoản 3 Luật 01/2026/QH16"."""
    return f"{value.article} {statute.title_of(value.document)}"
