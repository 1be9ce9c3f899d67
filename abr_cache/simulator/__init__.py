"""A process that speaks the register's protocol, for development and tests (abr.md section 4). No network."""
