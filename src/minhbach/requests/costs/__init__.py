"""What an answer costs, and how it is paid."""
