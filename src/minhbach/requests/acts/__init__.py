"""What an officer may do with a case now, why not, and where."""
