"""Fixtures of this room."""

from minhbach.foundation.tests.conftest import installation

__all__ = ["installation"]
