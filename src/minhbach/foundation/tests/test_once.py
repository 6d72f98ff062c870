"""What a page asks alike is asked once while it is read, and anew in the next one and while something is written."""

from collections.abc import Collection, Iterable

import pytest
from django.http import HttpRequest, HttpResponse

from minhbach.foundation.once import RememberWhileReading, asked_once, asked_once_each, told


class Asked:
    """Counts how often it was asked."""

    def __init__(self) -> None:
        self.times = 0
        self.ask = asked_once(self._ask)

    def _ask(self, ids: Collection[int]) -> frozenset[int]:
        self.times += 1
        return frozenset(ids)

    def page(self, _request: HttpRequest) -> HttpResponse:
        """Ask three times, two of them alike."""
        assert self.ask([1, 2]) == self.ask({2, 1}) == {1, 2}
        assert self.ask([3]) == {3}
        return HttpResponse()


@pytest.mark.parametrize(("method", "times"), [("GET", 2), ("HEAD", 2), ("POST", 3)])
def test_a_page_that_is_read_asks_once(method: str, times: int) -> None:
    asked, request = Asked(), HttpRequest()
    request.method = method
    RememberWhileReading(asked.page)(request)
    assert asked.times == times
    RememberWhileReading(asked.page)(request)
    assert asked.times == 2 * times, "the next page knows nothing of the last one"


def test_outside_of_pages_nothing_is_remembered() -> None:
    asked = Asked()
    asked.page(HttpRequest())
    assert asked.times == 3


def test_a_page_that_fails_leaves_no_memory_behind() -> None:
    asked, request = Asked(), HttpRequest()
    request.method = "GET"

    def fails(_request: HttpRequest) -> HttpResponse:
        asked.ask([1])
        raise RuntimeError

    with pytest.raises(RuntimeError):
        RememberWhileReading(fails)(request)
    asked.ask([1])
    assert asked.times == 2


class AskedEach:
    """Knows the even ids, and keeps which it was asked for."""

    def __init__(self) -> None:
        self.asked: list[set[int]] = []
        self.ask = asked_once_each(self._ask)

    def _ask(self, ids: Iterable[int]) -> dict[int, str]:
        self.asked.append(set(ids))
        return {one: f"số {one}" for one in ids if one % 2 == 0}

    def page(self, _request: HttpRequest) -> HttpResponse:
        """Ask in ever other company, also for what there is not."""
        assert self.ask([2, 3]) == {2: "số 2"}
        assert self.ask([4, 3, 2]) == {4: "số 4", 2: "số 2"}
        assert self.ask([3]) == {}
        told(self.ask, {6: "số sáu"})
        return HttpResponse()


def test_what_another_question_brought_along_is_not_asked_for() -> None:
    asked, request, found = AskedEach(), HttpRequest(), {}
    request.method = "GET"

    def page(request: HttpRequest) -> HttpResponse:
        asked.page(request)
        found.update(asked.ask([6, 2]))
        return HttpResponse()

    RememberWhileReading(page)(request)
    assert (found, len(asked.asked)) == ({6: "số sáu", 2: "số 2"}, 2)


def test_each_id_is_asked_for_once_in_whatever_company() -> None:
    asked, request = AskedEach(), HttpRequest()
    request.method = "GET"
    RememberWhileReading(asked.page)(request)
    assert asked.asked == [{2, 3}, {4}]
    asked.page(request)
    assert asked.asked[2:] == [{2, 3}, {2, 3, 4}, {3}], "outside of pages nothing is remembered"
