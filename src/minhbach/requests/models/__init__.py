"""Tables of requests: cases and what happened to them."""

from minhbach.requests.models.cases import Case, Step

__all__ = ["Case", "Step"]
