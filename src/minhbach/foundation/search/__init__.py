"""The search index: text and opaque tokens that rooms hand in, found again in the row's own transaction."""

from minhbach.foundation.search.searching import search

__all__ = ["search"]
