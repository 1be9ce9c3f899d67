"""The back office at /backoffice/: its site, and what the admin rooms of the apps are made of (behaviour.md section 23)."""
