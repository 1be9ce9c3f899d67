"""What can go wrong with backups."""


class BackupFailed(RuntimeError):
    """A backup could not be taken, read or restored; the message says what to do or which file is damaged."""

    severity = "critical"
