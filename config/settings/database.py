"""Database and Redis. There is no SQLite path: the product is organised in schemas."""

from typing import Any
from urllib.parse import unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

from config.settings.environment import env

_ENGINES = {
    "postgres": "common.db.postgresql",
    "postgresql": "common.db.postgresql",
    "mssql": "common.db.mssql",
}


def database_config(url: str) -> dict[str, Any]:
    """Parse a connection URL.

    ``?host=/socket/dir`` names a Unix socket directory of PostgreSQL. For SQL Server the query holds words of the
    connection string, such as ``?TrustServerCertificate=yes``.

    Raises:
        ImproperlyConfigured: the scheme is neither postgres nor mssql.
    """
    scheme = urlsplit(url).scheme
    if scheme not in _ENGINES:
        raise ImproperlyConfigured(
            "DATABASE_URL must start with postgres:// or mssql://, for example "
            "postgres://eventlead_app:secret@db.example:5432/eventlead"
        )
    parts = urlsplit(url)
    query = dict(pair.partition("=")[::2] for pair in parts.query.split("&") if pair)
    host = unquote(query.pop("host", "") or parts.hostname or "")
    config: dict[str, Any] = {
        "ENGINE": _ENGINES[scheme],
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": host,
        "PORT": query.pop("port", "") or (str(parts.port) if parts.port else ""),
        "CONN_MAX_AGE": env.int("DATABASE_CONN_MAX_AGE", default=60),
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": _options(scheme, {name: unquote(value) for name, value in query.items()}),
    }
    return config


# What mssql-django understands itself; everything else is a word of the connection string.
_MSSQL_SECONDS = frozenset({"connection_timeout", "query_timeout"})


def _options(scheme: str, query: dict[str, str]) -> dict[str, Any]:
    if scheme != "mssql":
        return dict(query)
    options: dict[str, Any] = {name: int(query.pop(name)) for name in sorted(_MSSQL_SECONDS & query.keys())}
    if query:
        options["extra_params"] = ";".join(f"{name}={value}" for name, value in query.items())
    return options


DATABASE_URL: str = env.str("DATABASE_URL", default="postgres://eventlead_app@127.0.0.1:5432/eventlead")
DATABASE_OWNER_URL: str = env.str("DATABASE_OWNER_URL", default=DATABASE_URL)

DATABASES = {"default": database_config(DATABASE_URL)}
# Evidence that must survive the rollback of its request is written over a connection of its own (GEN-2, LO-5).
DATABASES["evidence"] = {**DATABASES["default"], "TEST": {"MIRROR": "default"}}
# Retention jobs log in as eventlead_retention, the only role that may delete log and audit rows.
if env.str("DATABASE_RETENTION_URL", default=""):
    DATABASES["retention"] = {**database_config(env.str("DATABASE_RETENTION_URL")), "TEST": {"MIRROR": "default"}}

REDIS_URL: str = env.str("REDIS_URL", default="redis://127.0.0.1:6379/0")
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.redis.RedisCache",
        "LOCATION": REDIS_URL.replace("redis+socket://", "unix://"),
        "KEY_PREFIX": "eventlead",
    }
}

SILENCED_SYSTEM_CHECKS = [
    # E-mail addresses are unique among live accounts only; our own authentication backend knows that.
    "auth.W004",
]
