"""The small world, made once for a process that runs tests, and handed out as a copy: to make it anew takes 16 s."""

import pickle
import shutil
from datetime import date
from pathlib import Path

from django.contrib.contenttypes.models import ContentType

from minhbach.foundation import clock
from minhbach.foundation.tests.kept_rows import kept_rows
from tests.world.building import log_everybody_in, plant_world
from tests.world.values import World


class KeptWorld:
    """The world's rows, stored files and what the sweeps know of it, as they were when it had just been made."""

    def __init__(self, folder: Path) -> None:
        self._files = folder / "files"
        self._rows = kept_rows(folder, "world")
        self._known = b""
        self._day: date | None = None

    def lay_out(self, folder: Path) -> World:
        """Put a copy into the database of this process, whose tables are empty, and into the folder; log everybody in.

        Whoever calls it makes the folder the installation's own.
        """
        today = clock.today()
        if self._day == today:
            self._rows.lay_out()
            shutil.copytree(self._files, folder, dirs_exist_ok=True)
            ContentType.objects.clear_cache()
        else:
            # Parts of the world tell how many days it is to something, so past midnight another one is made.
            self._make(folder)
            self._day = today
        world: World = pickle.loads(self._known)
        log_everybody_in(world)
        return world

    def _make(self, folder: Path) -> None:
        self._known = pickle.dumps(plant_world())
        shutil.rmtree(self._files, ignore_errors=True)
        shutil.copytree(folder, self._files)
        self._rows.keep()

    def forget(self) -> None:
        """Take away what stands outside of the tests' own folder."""
        self._rows.forget()
