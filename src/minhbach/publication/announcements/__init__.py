"""What a body announces about itself: its kinds, words and pages."""
