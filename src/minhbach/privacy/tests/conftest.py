"""The made-up commune of the register's tests."""

from minhbach.register.tests.conftest import NOW, TODAY, World, own_folders, world

__all__ = ["NOW", "TODAY", "World", "own_folders", "world"]
