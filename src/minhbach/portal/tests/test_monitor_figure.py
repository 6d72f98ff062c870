"""The monitor's picture says the same as the table beneath it, bar by bar, as a page is read and not as it was made."""

import re
from typing import Any

import pytest
from django.test import Client

from minhbach.portal.tests.province import NOW, TODAY, make_province
from minhbach.register.tests.conftest import own_folders

__all__ = ["own_folders"]
CLASSES = ("done", "open", "late", "undated")
"""The classes of the picture in the order of the table's columns: đủ, còn thiếu, chưa có, chưa rõ."""
ROOM = 88.0
"""Percent of the picture's width that the longest bar takes."""


@pytest.fixture(autouse=True)
def that_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("minhbach.foundation.clock.now", lambda: NOW)
    monkeypatch.setattr("minhbach.foundation.clock.today", lambda: TODAY)


def bars_of(svg: str, every: int) -> dict[str, dict[str, int]]:
    """Return what each bar shows by its label: agencies of each class, from the widths of its parts."""
    found: dict[str, dict[str, int]] = {}
    for drawn in svg.split('<text class="figure-label"')[1:]:
        label = re.search(r">điểm (\S+)<", drawn)
        assert label is not None
        parts = re.findall(r'<rect class="figure-(\w+)" x="[\d.]+%" y="[\d.]+em" width="([\d.]+)%"', drawn)
        found[label[1]] = {key: round(float(width) * every / ROOM) for key, width in parts}
        total = re.search(r'class="figure-total"[^>]*>(\d+)<', drawn)
        assert total is not None
        assert int(total[1]) == every, "each bar is as long as there are agencies"
    return found


def rows_of(table: str) -> dict[str, dict[str, int]]:
    """Return what the table says of each letter."""
    found = {}
    for row in re.findall(r'<tr role="row">(.*?)</tr>', table, re.DOTALL)[1:]:
        letter = re.search(r'scope="row"[^>]*>(\S+)\)', row)
        assert letter is not None
        cells = re.findall(r'class="label"[^>]*>[^<]*</span>(?:<a [^>]*>)?(\d+)', row)
        found[letter[1]] = {key: int(count) for key, count in zip(CLASSES, cells, strict=True) if int(count)}
    return found


def test_picture_says_the_same_as_its_table(db: Any, client: Client) -> None:
    communes = 12
    make_province(communes, seed=7)
    page = client.get("/giam-sat/theo-diem/", {"cap": "commune"}).content.decode()
    svg, table = page[page.index("<svg") : page.index("figure-legend")], page[page.index("<table") :]
    said = rows_of(table)
    assert bars_of(svg, communes) == said
    assert {sum(one.values()) for one in said.values()} == {communes}
    assert {key for one in said.values() for key in one} == set(CLASSES), "every class was made"
    words = re.findall(r'<th role="columnheader" scope="col" class="number">([^<]+)<', table)
    legend = re.findall(r"</svg> ([^<]+)</li>", page)
    assert words == legend == ["đủ", "còn thiếu", "chưa có", "chưa rõ"]
