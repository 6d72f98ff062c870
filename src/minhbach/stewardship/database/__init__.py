"""The rows of every table, out of one engine and into the same or the other."""
