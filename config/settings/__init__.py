"""Django settings, split by meaning. Everything that differs between machines comes from the environment (`.env.example`)."""

from config.settings.environment import *  # noqa: F403
from config.settings.applications import *  # noqa: F403
from config.settings.database import *  # noqa: F403
from config.settings.security import *  # noqa: F403
from config.settings.rest import *  # noqa: F403
from config.settings.jobs import *  # noqa: F403
from config.settings.mail import *  # noqa: F403
from config.settings.logs import *  # noqa: F403
from config.settings.backoffice import *  # noqa: F403
