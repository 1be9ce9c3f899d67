"""Request, auth-event, error and e-mail delivery logs, schema log."""
