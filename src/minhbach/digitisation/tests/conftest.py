"""The register's made-up commune, and batches in it."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from minhbach.digitisation.actions.open_batch import open_batch
from minhbach.digitisation.actions.receive_scans import receive_scans
from minhbach.digitisation.contracts import BatchFacts, NewScan, Way
from minhbach.digitisation.models import Batch, Scan
from minhbach.digitisation.reading_round import read_round
from minhbach.domain.access import Actor, Role, system_actor
from minhbach.register.contracts import PaperPlace
from minhbach.register.tests.conftest import NOW, World, world

__all__ = ["READER", "world"]
READER = system_actor("reader")


@pytest.fixture(autouse=True)
def data_folder(tmp_path: Path, settings: Any) -> Path:
    """Give each test a folder of its own for files."""
    settings.DATA, settings.FILES_ROOT = tmp_path, tmp_path / "files"
    return tmp_path


@pytest.fixture
def keeper(world: World) -> Actor:
    """Return a person who keeps the commune's register."""
    return world.officer(Role.SPECIALIST)


def batch_of(world: World, actor: Actor, files: Sequence[bytes] = (), *, place: PaperPlace | None = None) -> Batch:
    """Return a batch with these files, waiting."""
    facts = BatchFacts(title="Kế hoạch sử dụng đất", place=place or PaperPlace(box="12", folder="3"))
    batch_id = open_batch(body_id=world.ward.pk, facts=facts, way=Way.UPLOAD, actor=actor, now=NOW)
    scans = [NewScan(f"quet-{number}.txt", content) for number, content in enumerate(files, start=1)]
    if scans:
        receive_scans(batch_id=batch_id, files=scans, actor=actor, now=NOW)
    return Batch.objects.get(pk=batch_id)


def read_all(batch: Batch) -> list[Scan]:
    """Read what waits in a batch and return its scans."""
    read_round(actor=READER, now=NOW, clamd="", seconds=60, batch_id=batch.pk, hands=1)
    return list(batch.scans.order_by("place"))
