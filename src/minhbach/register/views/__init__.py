"""What officers see and do in the register."""
