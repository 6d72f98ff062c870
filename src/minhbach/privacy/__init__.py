"""Personal data of those who write in: how long they are kept, holds, wishes, erasures, breaches (Law 91/2025)."""
