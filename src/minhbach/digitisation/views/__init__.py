"""What officers see and do in digitisation."""
