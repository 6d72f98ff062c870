"""E-mail that comes in: a stranger's message read into words, files and what it answers. Decides nothing."""
