"""Celery: broker, time limits and the schedule (jobs run by UTC)."""

from typing import Any

from celery.schedules import crontab

from config.settings.database import REDIS_URL
from config.settings.environment import BASE_DIR, EVENTLEAD_ENV, env

CELERY_BROKER_URL: str = env.str("CELERY_BROKER_URL", default=REDIS_URL)
CELERY_TASK_IGNORE_RESULT = True
CELERY_TASK_ACKS_LATE = True
CELERY_TASK_REJECT_ON_WORKER_LOST = True
CELERY_TASK_TIME_LIMIT = 600
CELERY_TASK_SOFT_TIME_LIMIT = 540
CELERY_WORKER_PREFETCH_MULTIPLIER = 1
CELERY_TIMEZONE = "UTC"
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
CELERY_BROKER_TRANSPORT_OPTIONS = {"visibility_timeout": 3600, "socket_timeout": 3, "socket_connect_timeout": 3}
CELERY_TASK_PUBLISH_RETRY_POLICY = {"max_retries": 1, "interval_start": 0, "interval_step": 0.2}
CELERY_BEAT_SCHEDULER = "django_celery_beat.schedulers:DatabaseScheduler"
CELERY_TASK_SERIALIZER = "json"
CELERY_ACCEPT_CONTENT = ["json"]
CELERY_WORKER_HIJACK_ROOT_LOGGER = False

CELERY_BEAT_SCHEDULE: dict[str, dict[str, Any]] = {
    # The expiry keeps the messages of a stopped worker from piling up; the next tick does the same work.
    "sweep the mail outbox": {"task": "logging_app.sweep_outbox", "schedule": 10.0, "options": {"expires": 10}},
    "end locks past their time": {"task": "accounts.unlock_expired", "schedule": 60.0, "options": {"expires": 60}},
    "make changes of address that are due": {
        "task": "accounts.complete_email_changes",
        "schedule": 60.0,
        "options": {"expires": 60},
    },
    "store the expiry of invitations": {
        "task": "invitations.expire_overdue",
        "schedule": crontab(minute="5"),
        "options": {"expires": 3600},
    },
    "ask the register about unverified companies": {
        "task": "companies.verify_unverified",
        "schedule": crontab(minute="20"),
        "options": {"expires": 3600},
    },
    # While Australia sleeps: the calls of a batch count against the limit that people share.
    "watch the register": {"task": "companies.watch_register", "schedule": crontab(hour="16", minute="40")},
    "remove pending accounts": {"task": "accounts.remove_pending", "schedule": crontab(hour="1", minute="30")},
    "remove expired tokens": {"task": "accounts.purge_tokens", "schedule": crontab(hour="2", minute="0")},
    "make months of the log": {"task": "logging_app.make_months", "schedule": crontab(hour="0", minute="30")},
    "remove old log rows": {"task": "logging_app.purge_logs", "schedule": crontab(hour="2", minute="0")},
    "remove old register answers": {"task": "abr_cache.purge_old_answers", "schedule": crontab(hour="2", minute="0")},
    "anchor the audit chains": {"task": "auditing.anchor_chains", "schedule": crontab(hour="3", minute="0")},
    # By the policy register; what is not due is not dumped. A missed tick is made up by the next one.
    "back up what is due": {"task": "auditing.back_up", "schedule": crontab(minute="10"), "options": {"expires": 3000}},
    "restore drill": {"task": "auditing.restore_drill", "schedule": crontab(day_of_week="0", hour="4", minute="30")},
    "verify the audit chains": {"task": "auditing.verify_chains", "schedule": crontab(hour="3", minute="15")},
}

# Request log: rows are written by a thread of each process; tests write them when they ask (flush_request_log).
REQUEST_LOG_BACKGROUND: bool = env.bool("REQUEST_LOG_BACKGROUND", default=EVENTLEAD_ENV != "test")
# Archives of removed log and audit rows; a volume that is backed up and that the application alone may read.
ARCHIVE_DIR: str = env.str("ARCHIVE_DIR", default=str(BASE_DIR / "var" / "archive"))
