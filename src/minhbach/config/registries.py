"""Connects the rooms, openly, in one place: navigation, who may read which file, what the scheduler runs."""

from datetime import timedelta

from django.utils.translation import gettext_lazy as _

from minhbach.foundation.jobs import housekeeping
from minhbach.foundation.registries import let_read_files, schedule
from minhbach.foundation.shell import Menu, NavigationEntry, register_navigation
from minhbach.planning.jobs import read_forgotten_imports
from minhbach.planning.queries import may_read_import_file


def connect_rooms() -> None:
    """Tell the earlier rooms what later ones answer."""
    connect_navigation()
    connect_files()
    connect_schedule()


def connect_navigation() -> None:
    """Name the lines of the menus, in the order of the pages' guide."""
    register_navigation(
        NavigationEntry(_("Cơ quan"), "agencies:bodies", order=20),
        NavigationEntry(_("Kế hoạch"), "planning:public_plans", order=50),
        NavigationEntry(_("Trợ giúp"), "portal:help", order=90),
        NavigationEntry(_("Hôm nay"), "desk:today", menu=Menu.OFFICER, order=10),
        NavigationEntry(_("Kế hoạch"), "planning:plans", menu=Menu.OFFICER, order=60),
        NavigationEntry(_("Việc của cơ quan"), "planning:my_tasks", menu=Menu.OFFICER, order=65),
        NavigationEntry(_("Cơ quan"), "agencies:office", menu=Menu.OFFICER, order=95),
    )


def connect_files() -> None:
    """Say who may open the files of each kind of subject."""
    let_read_files("plan_import", may_read_import_file)


def connect_schedule() -> None:
    """Say what runs by the clock."""
    housekeeping.register()
    schedule(read_forgotten_imports, every=timedelta(minutes=5))
