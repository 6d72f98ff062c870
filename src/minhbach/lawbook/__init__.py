"""Reads `law/` (texts and tables by date of force, each value with its source) into values of the domain."""
