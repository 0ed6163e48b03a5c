"""Reading a backup on a computer, with no browser: the format is in docs/backup-format.md.

Written apart from the browser's modules (device/browser/backup_*.js), in another language and with
other libraries: each holds the other to the format.
"""

from pwa_app.device.backup.faults import BackupFaultError, Fault
from pwa_app.device.backup.reading import Content, is_sealed, open_backup
from pwa_app.device.backup.unpacking import Unpacked, unpack

__all__ = [
    "BackupFaultError",
    "Content",
    "Fault",
    "Unpacked",
    "is_sealed",
    "open_backup",
    "unpack",
]
