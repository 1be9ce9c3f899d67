"""Activity log, snapshots, role trail and governance, schema audit."""
