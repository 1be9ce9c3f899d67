"""Who may read the counters of the installation (``/metrics``)."""

from django.core.exceptions import ImproperlyConfigured

from config.settings.environment import env

_MIN_TOKEN_LENGTH = 32

# Empty: nobody, the address is not found.
METRICS_TOKEN: str = env.str("METRICS_TOKEN", default="")
if METRICS_TOKEN and len(METRICS_TOKEN) < _MIN_TOKEN_LENGTH:
    raise ImproperlyConfigured(f"METRICS_TOKEN must be a random text of at least {_MIN_TOKEN_LENGTH} characters")
