"""People, roles with dates, delegation, who may see and do what."""
