"""What is done with bodies: one verb a file."""
