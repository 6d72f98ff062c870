"""What may be done to feedback, one verb a file; the only writers."""
