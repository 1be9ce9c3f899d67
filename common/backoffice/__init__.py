"""The back office at /backoffice/: its site, and the parts that admin rooms are made of (behaviour.md section 23)."""
