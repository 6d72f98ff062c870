"""What officers do at the gate, and what the public reads of versions and petitions."""
