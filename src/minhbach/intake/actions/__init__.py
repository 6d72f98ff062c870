"""What is done to what comes in, one verb a file; the only writers."""
