"""Requests for information: the case, its clock, its answer; two statutes side by side."""
