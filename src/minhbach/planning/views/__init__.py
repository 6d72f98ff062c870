"""Translate HTTP: one call inward, the clock asked here."""
