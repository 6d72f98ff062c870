"""Files found secret: opened by leaders alone, decided on, with minutes."""
