"""SQL Server backend that maps tables onto schemas; ENGINE = ``common.db.mssql``. Imported only when it is selected."""
