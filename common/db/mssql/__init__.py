"""SQL Server backend that maps tables onto schemas; ENGINE = ``common.db.mssql``. Imported only when it is selected."""

from common.db.mssql.driver import install_stand_in

# Before any module of the package imports mssql-django, which imports pyodbc.
install_stand_in()
