"""Stored files from inside: the disk, media types, names."""
