"""The officers' list by words: found inside words too, and on PostgreSQL without reading every case."""

from collections.abc import Callable

import pytest
from django.db import connection

from minhbach.domain.access import Role
from minhbach.foundation.tests.installation import on_postgresql
from minhbach.requests.models import Case
from minhbach.requests.queries.cases import cases_visible_to
from minhbach.requests.queries.listing import CaseFilters, narrowed
from minhbach.requests.tests.conftest import TODAY, World

MakeCase = Callable[..., Case]


@pytest.mark.parametrize("words", ["gia dat", "GIÁ đất 2026", "00001", "bang"])
def test_a_case_is_found_by_any_part_of_its_words_and_number(world: World, case: MakeCase, words: str) -> None:
    row, focal = case(), world.officer(Role.FOCAL_POINT)
    assert list(narrowed(cases_visible_to(focal), CaseFilters(words=words), on=TODAY)) == [row]
    assert not narrowed(cases_visible_to(focal), CaseFilters(words="nghia trang"), on=TODAY).exists()


@pytest.mark.skipif(not on_postgresql(), reason="SQLite has no index of letters")
@pytest.mark.django_db
def test_postgresql_looks_words_up_in_the_index_of_letters() -> None:
    with connection.cursor() as cursor:
        # A table of a few rows is scanned in any case: what counts is that the index can answer.
        cursor.execute("SET LOCAL enable_seqscan = off")
    assert "case_by_letters" in Case.objects.filter(search_text__contains="nghia").explain()
