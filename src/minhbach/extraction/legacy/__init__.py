"""Text typed for fonts of before Unicode, TCVN3 (.VnTime) and VNI: told by its font or its looks, and made Unicode."""
