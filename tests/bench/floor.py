"""The floor: a page of cards with its style inside, that can be installed and opens offline.

It is like the floor of the run that the peers' figures are of, so that both can be compared.
"""

import shutil
from pathlib import Path
from typing import Final

from pwa_app.pwa.compressing import compress_folder

_SOURCES: Final = Path(__file__).parent / "floor"


def write_floor(folder: Path) -> None:
    """Write the floor as a site of its own: one page of twelve cards, with a service worker.

    Args:
        folder: A folder that is not there yet.
    """
    shutil.copytree(_SOURCES, folder)
    compress_folder(folder)
