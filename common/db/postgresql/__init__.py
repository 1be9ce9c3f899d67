"""PostgreSQL backend that maps tables onto schemas; ENGINE = ``common.db.postgresql``."""
