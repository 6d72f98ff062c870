"""Pages of feedback: senders', officers', everybody's."""
