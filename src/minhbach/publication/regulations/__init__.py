"""Internal regulations on access to information: drawn from a model, asked opinions on, issued, published."""
