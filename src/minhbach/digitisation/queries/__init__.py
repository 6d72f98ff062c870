"""Reads of digitisation, always for a given asker. Who sees what is decided in `visible` alone."""
