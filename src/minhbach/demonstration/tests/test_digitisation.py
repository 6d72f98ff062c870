"""A made-up ward has scans at each step: confirmed, put off, to be checked, faint, refused, broken, known, unread."""

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import pytest
from django.test import override_settings

from minhbach.demonstration.actions.digitise_papers import digitise_papers
from minhbach.demonstration.actions.make_demonstration import make_province
from minhbach.demonstration.old_papers import READ
from minhbach.digitisation.models import Batch, Scan
from minhbach.digitisation.rules import READ_BADLY
from minhbach.extraction.tests.conftest import tesseract
from minhbach.foundation.dates import local_date
from minhbach.foundation.models import Event

__all__ = ["tesseract"]
NOW = datetime(2026, 11, 16, 2, 0, tzinfo=UTC)


@pytest.fixture
def digitised(db: None, tesseract: None, tmp_path: Any) -> Iterator[None]:
    with override_settings(IS_DEMONSTRATION=True, DATA=tmp_path, FILES_ROOT=tmp_path / "files"):
        make_province(now=NOW)
        digitise_papers(today=local_date(NOW))
        yield


def test_a_box_of_old_papers_stands_at_every_step(digitised: None) -> None:
    read = Batch.objects.get(box="12")
    states = list(read.scans.order_by("place").values_list("state", flat=True))
    assert states == ["confirmed", "put_off", "to_check", "to_check", "refused", "unreadable"]
    confirmed, _off, with_names, faint, refused, _broken = read.scans.order_by("place")
    assert confirmed.item is not None
    assert (confirmed.item.number, confirmed.item.symbol) == ("112", "TB-UBND")
    assert with_names.findings["NAME"] == 2
    assert faint.sure is not None and faint.sure < READ_BADLY
    assert (refused.mark, refused.name, refused.lines) == ("Mật", "", [])
    assert not Event.objects.filter(kind="scan.refused", facts__icontains="mật").exists()
    held = Batch.objects.get(box="13")
    assert (held.state, *held.scans.order_by("place").values_list("state", flat=True)) == (
        "paused", "waiting", "waiting", "duplicate",
    )  # fmt: skip
    assert Scan.objects.count() == len(READ) + 4


def test_the_same_papers_are_drawn_the_same_each_time() -> None:
    assert READ[3].scan.content == READ[3].scan.content
