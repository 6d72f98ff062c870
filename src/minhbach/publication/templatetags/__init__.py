"""What templates ask of the gate."""
