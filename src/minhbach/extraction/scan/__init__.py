"""Pages that are images: made readable, read by tesseract, with their ruled lines. Runs inside the sandbox only."""
