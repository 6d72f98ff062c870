"""What officers see and do with letters."""
