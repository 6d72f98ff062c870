"""What agencies do outside: feedback and suggestions of people and residents' groups, taken in, answered, counted."""
