"""What the service worker fetches when the site is first opened."""

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from .errors import BenchError
from .site_files import file_of, sent_bytes

# A Workbox entry is a flat object with an address and a revision. A minifier may change its
# quotes, its spaces and the order of its keys.
_OBJECT: Final = re.compile(r"\{[^{}]*\}")
_REVISION: Final = re.compile(r"""["']?\brevision["']?\s*:""")
_ADDRESS: Final = re.compile(r"""["']?\burl["']?\s*:\s*(["'`])(?P<address>.*?)\1""")


@dataclass(frozen=True)
class Precache:
    """What a service worker fetches to store it.

    Attributes:
        requests: How many files; a pack of many files is one.
        size: Bytes sent for all of them.
    """

    requests: int
    size: int


def precached_addresses(worker: str) -> list[str]:
    """Return the addresses in a service worker's precache list, each once, in its order.

    Args:
        worker: The code of a service worker that was built with Workbox
            (https://developer.chrome.com/docs/workbox/modules/workbox-precaching).

    Raises:
        BenchError: There is no such list in it.
    """
    entries = (text for text in _OBJECT.findall(worker) if _REVISION.search(text))
    found = [match["address"] for text in entries if (match := _ADDRESS.search(text))]
    if not found:
        raise BenchError("The service worker holds no precache list.")
    return list(dict.fromkeys(found))


def measure_precache(site: Path) -> Precache | None:
    """Return what the site's service worker fetches; None where there is no service worker.

    Raises:
        BenchError: The list is missing, or names a file that the site does not have.
    """
    worker = site / "sw.js"
    if not worker.is_file():
        return None
    files = [file_of(site, address) for address in precached_addresses(worker.read_text("utf-8"))]
    missing = [str(file.relative_to(site)) for file in files if not file.is_file()]
    if missing:
        raise BenchError(f"The precache list names files that are not there: {missing[:5]}")
    return Precache(len(files), sum(map(sent_bytes, files)))
