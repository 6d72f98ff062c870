"""Paper into records: scans come in batches, are read by the machine, checked by a person, and enter the register."""
