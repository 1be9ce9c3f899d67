"""Django settings, split by meaning; what differs between machines comes from the environment (`.env.example`)."""

from config.settings.applications import *
from config.settings.backoffice import *
from config.settings.backup import *
from config.settings.database import *
from config.settings.environment import *
from config.settings.jobs import *
from config.settings.logs import *
from config.settings.mail import *
from config.settings.metrics import *
from config.settings.passwords import *
from config.settings.rest import *
from config.settings.security import *
