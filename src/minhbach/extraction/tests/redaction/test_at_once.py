"""Pages are worked on together, in order, until one is refused or the time of the whole file is up."""

import threading

import pytest

from minhbach.extraction.contracts import CannotRead
from minhbach.extraction.redaction import at_once as module
from minhbach.extraction.redaction.at_once import at_once


def test_results_come_in_the_order_of_the_pages():
    assert list(at_once(lambda page: page * page, range(1, 50))) == [page * page for page in range(1, 50)]


def test_when_the_time_is_up_no_other_page_is_begun(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(module, "SECONDS", -1.0)
    monkeypatch.setattr(module, "SECONDS_A_PAGE", 0.0)
    begun: list[int] = []
    with pytest.raises(CannotRead) as refused:
        list(at_once(begun.append, range(1, 300)))
    assert (refused.value.code, begun) == ("too_slow", [])


def test_one_refused_page_ends_the_whole_without_the_pages_after_it():
    begun, lock = [], threading.Lock()

    def work(page: int) -> None:
        with lock:
            begun.append(page)
        if page == 3:
            raise CannotRead("broken", "Trang hỏng.")

    with pytest.raises(CannotRead):
        list(at_once(work, range(1, 5000)))
    assert len(begun) < 5000
