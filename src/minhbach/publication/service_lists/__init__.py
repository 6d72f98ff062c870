"""Lists of public service units as papers and announcements."""
