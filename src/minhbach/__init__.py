"""Minh Bạch: the access-to-information platform of Vietnamese agencies."""

__version__ = "0.1.0"
