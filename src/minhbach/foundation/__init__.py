"""Event log, stored files, jobs, clock and the page shell: what every room stands on and nothing that knows a room."""
