"""Other places than this installation: planned, done, put right everywhere, and postings that hang long enough."""

from collections.abc import Callable
from datetime import date, timedelta
from io import BytesIO
from typing import Any

import pytest
from docx import Document

from minhbach.domain.access import Role
from minhbach.papers.rendering import as_docx
from minhbach.publication.actions.tend_channel import add_channel, drop_channel, mark_channel_done, take_down
from minhbach.publication.actions.withdraw_item import withdraw_item
from minhbach.publication.channelling import SUPERSEDED
from minhbach.publication.contracts import PublicationNotVisible, PublicationRefused, WithdrawalReason
from minhbach.publication.minutes import POSTED, TAKEN_DOWN, minutes_of
from minhbach.publication.models import Channel
from minhbach.publication.queries.channels import channels_for_today
from minhbach.publication.tests.conftest import CALENDAR, NOW, TODAY, World, published
from minhbach.register.actions.add_version import add_version
from minhbach.register.actions.set_publication_terms import set_publication_terms
from minhbach.register.contracts import NewFile, PublicationTerms
from minhbach.register.models import Item

MakeItem = Callable[..., Item]


@pytest.fixture
def posted(world: World, item: MakeItem) -> Item:
    """A public item whose terms name the portal, a posting and the media."""
    row, keeper = item(), world.officer(Role.SPECIALIST)
    set_publication_terms(
        item_id=row.pk, terms=PublicationTerms(forms=("portal", "posting", "media")), seen_version=row.version,
        calendar=CALENDAR, actor=keeper, now=NOW,
    )  # fmt: skip
    return published(row, keeper, world.officer(Role.LEADER))


def channel(row: Item, form: str, version: int = 1) -> Channel:
    return Channel.objects.get(item=row, form=form, version_number=version)


def done(one: Channel, actor: Any, on: date = TODAY, place: str = "Bảng tin trụ sở") -> None:
    mark_channel_done(
        channel_id=one.pk, done_on=on, place=place, evidence="ảnh 12", calendar=CALENDAR, actor=actor, now=NOW
    )


def test_each_form_of_the_terms_becomes_something_to_do(world: World, posted: Item) -> None:
    states = {one.form: one.done_on for one in Channel.objects.filter(item=posted)}
    assert states == {"portal": TODAY, "posting": None, "media": None}
    waiting = channels_for_today(world.officer(Role.SPECIALIST), on=TODAY)
    assert {one.form for one in waiting} == {"posting", "media"}
    assert not channels_for_today(world.officer(Role.SUPERVISOR), on=TODAY).exists()


def test_a_posting_hangs_for_thirty_days_at_least(world: World, posted: Item) -> None:
    officer = world.officer(Role.FOCAL_POINT)
    done(channel(posted, "posting"), officer, on=date(2026, 9, 10))
    posting = channel(posted, "posting")
    assert posting.stays_until == date(2026, 10, 12)  # the 30th day, 10/10, is a Saturday
    assert channels_for_today(officer, on=TODAY).filter(pk=posting.pk).exists()
    with pytest.raises(PublicationRefused, match="12/10/2026"):
        take_down(channel_id=posting.pk, taken_on=date(2026, 10, 12), actor=officer, now=NOW)
    take_down(channel_id=posting.pk, taken_on=TODAY, actor=officer, now=NOW)
    assert channel(posted, "posting").taken_down_on == TODAY
    assert not channels_for_today(officer, on=TODAY).filter(pk=posting.pk).exists()
    with pytest.raises(PublicationRefused, match="không còn làm được"):
        take_down(channel_id=posting.pk, taken_on=TODAY, actor=officer, now=NOW)


def test_what_cannot_be_is_refused(world: World, posted: Item) -> None:
    officer, media = world.officer(Role.SPECIALIST), channel(posted, "media")
    with pytest.raises(PublicationRefused, match="chưa tới"):
        done(media, officer, on=TODAY + timedelta(days=1))
    with pytest.raises(PublicationRefused, match="nơi đăng"):
        done(media, officer, place=" ")
    with pytest.raises(PublicationRefused, match="Vai trò"):
        done(media, world.officer(Role.SUPERVISOR))
    with pytest.raises(PublicationNotVisible):
        done(media, world.officer(*Role, body=world.other_ward))
    with pytest.raises(PublicationRefused, match="vì sao"):
        drop_channel(channel_id=media.pk, reason="", actor=officer, now=NOW)
    drop_channel(channel_id=media.pk, reason="Báo không đăng", actor=officer, now=NOW)
    with pytest.raises(PublicationRefused, match="không còn làm được"):
        done(media, officer)
    with pytest.raises(PublicationRefused, match="hình thức"):
        add_channel(item_id=posted.pk, form="portal", planned_on=TODAY, place="", actor=officer, now=NOW)


def test_a_correction_goes_wherever_the_item_went(world: World, posted: Item, keep: Callable[[], None]) -> None:
    specialist, leader = world.officer(Role.SPECIALIST), world.officer(Role.LEADER)
    done(channel(posted, "posting"), specialist)
    add_channel(item_id=posted.pk, form="gazette", planned_on=TODAY, place="Công báo số 1", actor=specialist, now=NOW)
    gazette = channel(posted, "gazette")
    done(gazette, specialist, place="Công báo số 1")
    add_version(item_id=posted.pk, why="Sửa số", files=(NewFile("b.txt", b"So moi"),), actor=specialist, now=NOW)
    keep()
    published(posted, specialist, leader)
    second = {one.form: one for one in Channel.objects.filter(item=posted, version_number=2)}
    assert set(second) == {"portal", "posting", "media", "gazette"}
    corrected = {form for form, one in second.items() if one.corrects_id}
    assert corrected == {"portal", "posting", "gazette"}
    assert second["gazette"].place == "Công báo số 1"
    assert channel(posted, "media").dropped_because == SUPERSEDED


def test_after_a_withdrawal_nothing_is_left_to_publish(world: World, posted: Item) -> None:
    withdraw_item(
        item_id=posted.pk, why=WithdrawalReason.WRONG, remark="Sai", calendar=CALENDAR,
        actor=world.officer(Role.LEADER), now=NOW,
    )  # fmt: skip
    assert not channels_for_today(world.officer(Role.SPECIALIST), on=TODAY).exists()


def test_the_minutes_say_what_where_and_until_when(world: World, posted: Item) -> None:
    done(channel(posted, "posting"), world.officer(Role.SPECIALIST))
    text = words(minutes_of(channel(posted, "posting"), POSTED))
    assert "BIÊN BẢN" in text
    assert "Bảng tin trụ sở" in text
    assert posted.title in text
    assert "ít nhất 30 ngày, đến hết ngày 12/11/2026" in text
    assert "khoản 2 Điều 21 Luật 01/2026/QH16" in text
    ended = words(minutes_of(channel(posted, "posting"), TAKEN_DOWN))
    assert "từ ngày 13/10/2026" in ended


def words(paper: Any) -> str:
    document = Document(BytesIO(as_docx(paper)))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(paragraph.text for paragraph in document.paragraphs), *cells])
