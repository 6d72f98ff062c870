"""What is done in digitisation: one verb a file, each in one transaction with one event."""
