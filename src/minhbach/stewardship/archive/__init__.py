"""The archive of a backup: a compressed tar of known members, sealed with a key if there is one."""
