"""A small world for the sweeps: two made-up wards, an officer of each role, and something hidden in every room.

Each room has a file here whose `plant` makes its part through the room's actions, tells which values its URLs take
(`world.knows`), and hides a word in everything that not everybody may see (`world.hides`).
"""

from tests.world.building import build_world
from tests.world.values import ACTORS, Hidden, World

__all__ = ["ACTORS", "Hidden", "World", "build_world"]
