"""How a plan goes down: which bodies below drew their own."""
