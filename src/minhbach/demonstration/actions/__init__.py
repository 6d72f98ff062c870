"""What makes the demonstration: other rooms' actions, in order."""
