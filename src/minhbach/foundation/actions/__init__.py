"""What foundation does for other rooms: one verb a file."""
