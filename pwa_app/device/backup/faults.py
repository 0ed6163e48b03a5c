"""What can be wrong with a file that should be a backup."""

from typing import Literal

Fault = Literal["foreign", "newer", "passphrase", "truncated", "damaged", "refused"]
"""`foreign`: no backup at all. `newer`: of a later version of the format. `passphrase`: not the
right one. `truncated`: its end is missing. `damaged`: changed since it was made. `refused`: made to
do harm, or beyond what any backup holds."""


class BackupFaultError(Exception):
    """A file that is no whole backup of this app."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(f"The backup is {fault}.")
        self.fault: Fault = fault
