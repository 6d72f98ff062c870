"""The monitor of mandatory publication: what it finds is exactly what was made wrong."""

import json
from collections import Counter
from datetime import date
from typing import Any

import pytest
from django.core.cache import caches
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from minhbach.agencies.models import Body
from minhbach.agencies.queries.directory import Narrowing
from minhbach.domain.access import system_actor
from minhbach.domain.monitoring.scoring import months_before
from minhbach.domain.monitoring.values import Criterion
from minhbach.domain.units.values import Level, UnitKind
from minhbach.portal.queries.lists import law_today
from minhbach.portal.queries.monitor import board, by_letter
from minhbach.portal.tests.province import FIFTH, NOW, SIXTH, TODAY, Province, lose, make_province
from minhbach.publication.queries.monitor import AgencyStanding
from minhbach.register.actions.look_at_file import look_at_file
from minhbach.register.dues import due_of
from minhbach.register.models import Item, VersionFile
from minhbach.register.tests.conftest import CALENDAR, make_territory, own_folders

__all__ = ["own_folders"]
LAW = law_today(TODAY)


@pytest.fixture(autouse=True)
def that_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("minhbach.foundation.clock.now", lambda: NOW)
    monkeypatch.setattr("minhbach.foundation.clock.today", lambda: TODAY)


def look_at_all() -> None:
    for file in VersionFile.objects.all():
        look_at_file(version_file_id=file.pk, actor=system_actor("test"), now=NOW)


def rows() -> tuple[AgencyStanding, ...]:
    caches["pages"].clear()
    return board(Narrowing(level="commune"), law=LAW, on=TODAY)


def found() -> set[tuple[str, str, Criterion]]:
    return {(row.agency.slug, one.letter, gap) for row in rows() for one in row.letters for gap in one.gaps}


def one_commune() -> tuple[Province, Body]:
    province = make_province(0, seed=0)
    make_territory("mau", Level.COMMUNE, UnitKind.XA, "Mẫu", "thi-du")
    return province, Body.objects.get(territory__key="mau", kind="committee")


def test_a_province_of_a_hundred_agencies_shows_exactly_the_gaps_that_were_made(db: Any, client: Client) -> None:
    province = make_province(100, seed=4)
    look_at_all()
    kinds = Counter(gap for _slug, _letter, gap in province.gaps)
    assert min(kinds[one] for one in Criterion) >= 5  # Every kind of gap was made.
    assert found() == province.gaps
    # The exported data say the same.
    data = json.loads(client.get("/giam-sat/?cap=commune&dang=json").content)
    keys = {"chua-co": Criterion.PRESENT, "cu": Criterion.FRESH, "muon": Criterion.ON_TIME,
            "khong-mo": Criterion.REACHABLE, "khong-doc": Criterion.READABLE}  # fmt: skip
    told = {
        (agency["slug"], letter["letter"], keys[gap])
        for agency in data["agencies"]
        for letter in agency["letters"]
        for gap in letter["gaps"]
    }
    assert told == province.gaps
    # Each figure opens as many rows as it counts.
    for row in rows()[:10]:
        for one in row.letters:
            for key, count in (
                ("muon", one.counts.late),
                ("khong-mo", one.counts.gone),
                ("khong-doc", one.counts.unread),
            ):
                asked = {"co_quan": row.agency.slug, "nhom": one.letter, "thay": key}
                if count:
                    page = client.get("/danh-muc/cong-khai/", asked)
                    assert page.context["page"].paginator.count == count, asked
    # Few questions, however many agencies there are: those of a page with a single one.
    with CaptureQueriesContext(connection) as every:
        assert client.get("/giam-sat/").status_code == 200
    with CaptureQueriesContext(connection) as few:
        assert client.get("/giam-sat/theo-diem/").status_code == 200
    assert len(every) == len(few) <= 12


def test_the_fifth_working_day_is_in_time_and_the_sixth_is_late(db: Any) -> None:
    province, body = one_commune()
    row = province.item(body, "l", published_on=FIFTH)
    assert due_of(row, calendar=CALENDAR).due_on == FIFTH
    look_at_all()
    assert not [gap for gap in found() if gap[1] == "l"]
    row.published_on = SIXTH
    row.save()
    assert [gap for gap in found() if gap[1] == "l"] == [(body.slug, "l", Criterion.ON_TIME)]


def test_score_is_the_mean_of_letters_and_these_of_their_criteria(db: Any) -> None:
    province, body = one_commune()
    province.item(body, "b")
    province.item(body, "b", published_on=SIXTH)
    look_at_all()
    (row,) = rows()
    scores = {one.letter: one.score for one in row.letters if one.is_judged}
    # b: có 1, đúng hạn 1/2, mở được 1, máy đọc được 1 → 3,5/4 = 87,5. a, c, u: 0 (u has no focal point).
    assert {letter: float(score or 0) for letter, score in scores.items()} == {"a": 0, "b": 87.5, "c": 0, "u": 0}
    assert row.score == 22  # 87,5/4 = 21,875


def test_what_the_law_gives_no_agency_is_doubt_and_no_gap(db: Any) -> None:
    _province, body = one_commune()
    (row,) = rows()
    assert {one.letter for one in row.letters if one.is_judged} == {"a", "b", "c", "u"}
    assert {(letter, gap) for _slug, letter, gap in found()} == {(one, Criterion.PRESENT) for one in "abcu"}
    figures = {one.letter: one for one in by_letter([row], LAW)}
    assert (figures["p"].unknown, figures["p"].missing, figures["a"].missing) == (1, 0, 1)
    assert body.slug == row.agency.slug


def test_items_under_the_law_of_before_are_not_blamed_and_said(db: Any) -> None:
    province, body = one_commune()
    row = province.item(body, "k")  # Law 104/2016, letter k: chức năng, nhiệm vụ … → letter c of today.
    row.statute = "104/2016/QH13"
    row.save()
    (standing,) = rows()
    at_c = next(one for one in standing.letters if one.letter == "c")
    assert (at_c.counts.older, at_c.is_judged, at_c.gaps) == (1, False, ())


def test_a_file_that_is_mended_is_found_whole_again(db: Any) -> None:
    province, body = one_commune()
    row = province.item(body, "l", content=b"Noi dung rieng")
    lose(row, damage=False)
    look_at_all()
    assert (body.slug, "l", Criterion.REACHABLE) in found()
    province.file(row.versions.get(), b"Noi dung rieng", "van-ban.txt")
    VersionFile.objects.order_by("pk")[0].delete()
    look_at_all()
    assert not [gap for gap in found() if gap[1] == "l"]


def test_pages_say_how_it_is_reckoned_and_open_what_they_count(db: Any, client: Client) -> None:
    province, body = one_commune()
    province.item(body, "b")
    province.item(body, "b", published_on=SIXTH)
    look_at_all()
    shown = client.get(f"/giam-sat/{body.slug}/").content.decode()
    assert "1 trong 2 mục" in shown
    assert f"/danh-muc/cong-khai/?co_quan={body.slug}&amp;nhom=b&amp;thay=muon" in shown
    assert "Điểm được tính thế nào?" in shown
    assert len(shown.encode()) <= 60 * 1024
    assert client.get("/giam-sat/khong-co/").status_code == 404
    english = client.get(f"/en/giam-sat/{body.slug}/").content.decode()
    assert "How are points reckoned?" in english


@pytest.mark.parametrize("asked", ["thieu=chua-co", "nhom=a", "nhom=a&thieu=muon", "cap=province", "noi=thi-du"])
def test_filters_narrow_and_sheets_have_a_line_a_letter(db: Any, client: Client, asked: str) -> None:
    one_commune()
    page = client.get(f"/giam-sat/?{asked}")
    count = page.context["page"].paginator.count
    sheet = client.get(f"/giam-sat/?{asked}&dang=csv").content.decode("utf-8-sig").splitlines()
    assert len(sheet) == 1 + count * len(LAW.letters)
    book = client.get(f"/giam-sat/?{asked}&dang=xlsx").content
    assert book.startswith(b"PK")
    lacks_present = asked in ("thieu=chua-co", "nhom=a")
    assert (count > 0) == (lacks_present or asked.startswith(("cap", "noi")))


def test_day_of_month_before_is_the_last_one_of_a_shorter_month() -> None:
    assert months_before(date(2028, 2, 29), 12) == date(2027, 2, 28)
    assert months_before(date(2026, 12, 1), 12) == date(2025, 12, 1)
    assert months_before(date(2026, 1, 31), 2) == date(2025, 11, 30)
    assert months_before(date(2026, 3, 31), 3) == date(2025, 12, 31)


def test_nothing_that_was_not_let_out_is_counted(db: Any) -> None:
    province, body = one_commune()
    province.item(body, "l", published_on=None)
    assert Item.objects.count() == 1
    (row,) = rows()
    assert all(one.counts.lines == 0 for one in row.letters)
