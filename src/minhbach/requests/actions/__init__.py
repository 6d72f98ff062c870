"""What may be done to a case, one verb a file; the only writers."""
