"""Calendar feeds under addresses that nobody guesses."""
