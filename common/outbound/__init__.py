"""How services outside are spoken to: hard limits of time, a breaker all processes share, nothing secret in logs."""
