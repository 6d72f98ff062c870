"""Reads about personal data, always for a given asker. `matters.matter_visible_to` is the one door."""

from minhbach.privacy.queries.holds import held_among, holds_of
from minhbach.privacy.queries.matters import matter_visible_to, upcoming

__all__ = ["held_among", "holds_of", "matter_visible_to", "upcoming"]
