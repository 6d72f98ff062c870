"""What is done about personal data, one verb a file; the only writers."""
