"""Stand-in for pyodbc.

mssql-django imports pyodbc whenever it loads, even when a connection uses mssql-python. pyodbc needs the operating
system's ODBC driver manager already at import, so not even DDL could be written without it; mssql-python loads its own
driver (and that driver's few system libraries) only when it connects. So a module of that name with the type codes of
ODBC and the exceptions of mssql-python takes its place.
"""

from __future__ import annotations

import sys
from types import ModuleType
from typing import Any

# Type codes of ODBC (sql.h, sqlext.h, msodbcsql.h).
_TYPE_CODES = {
    "SQL_CHAR": 1,
    "SQL_NUMERIC": 2,
    "SQL_DECIMAL": 3,
    "SQL_INTEGER": 4,
    "SQL_SMALLINT": 5,
    "SQL_FLOAT": 6,
    "SQL_REAL": 7,
    "SQL_DOUBLE": 8,
    "SQL_VARCHAR": 12,
    "SQL_TYPE_DATE": 91,
    "SQL_TYPE_TIME": 92,
    "SQL_TYPE_TIMESTAMP": 93,
    "SQL_LONGVARCHAR": -1,
    "SQL_BINARY": -2,
    "SQL_VARBINARY": -3,
    "SQL_LONGVARBINARY": -4,
    "SQL_BIGINT": -5,
    "SQL_TINYINT": -6,
    "SQL_BIT": -7,
    "SQL_WCHAR": -8,
    "SQL_WVARCHAR": -9,
    "SQL_WLONGVARCHAR": -10,
    "SQL_GUID": -11,
    "SQL_SS_TIME2": -154,
}
_EXCEPTIONS = (
    "DataError",
    "DatabaseError",
    "Error",
    "IntegrityError",
    "InterfaceError",
    "InternalError",
    "NotSupportedError",
    "OperationalError",
    "ProgrammingError",
    "Warning",
)


def _refuse(*args: Any, **kwargs: Any) -> Any:
    raise RuntimeError("connections to SQL Server go through mssql-python")


def install_stand_in() -> None:
    """Put the stand-in where ``import pyodbc`` finds it; does nothing where pyodbc is loaded already."""
    if "pyodbc" in sys.modules:
        return
    import mssql_python

    module = ModuleType("pyodbc", __doc__)
    module.__dict__.update(_TYPE_CODES)
    module.__dict__.update({name: getattr(mssql_python, name) for name in _EXCEPTIONS})
    module.__dict__.update({"version": "5.0.0", "connect": _refuse, "pooling": True})
    sys.modules["pyodbc"] = module
