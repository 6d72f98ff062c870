"""Texts in other languages, for reference, beside the Vietnamese original."""
