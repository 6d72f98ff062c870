"""What may be done with people and their posts: one verb a file, the only writers."""
