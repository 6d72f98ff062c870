"""Backups name the steps by which their tables came to be; steps that became one since are still understood."""

import pytest

from minhbach.stewardship.contracts import BETWEEN, NEWER, BackupDamaged
from minhbach.stewardship.database.schema import applied_migrations, models_after

pytestmark = pytest.mark.django_db
BEFORE = (("accounts", "0001_initial"), ("accounts", "0002_cache_table"))
"""The steps of `accounts` before they became one, as a backup of that time lists them."""


def test_steps_that_became_one_lead_to_the_same_tables() -> None:
    now = applied_migrations()
    assert ("accounts", "0001_tables") in now
    before = [*(step for step in now if step[0] != "accounts"), *BEFORE]
    assert models_after(before).keys() == models_after(now).keys()


@pytest.mark.parametrize(("steps", "said"), [(BEFORE[:1], BETWEEN), ([("accounts", "9999_to_come")], NEWER)])
def test_steps_that_the_program_does_not_know_are_named(steps: list[tuple[str, str]], said: str) -> None:
    with pytest.raises(BackupDamaged, match=said):
        models_after(steps)
