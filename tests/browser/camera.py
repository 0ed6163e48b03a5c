"""Photos as a camera makes them, and sounds, for choosing from a phone."""

import base64
import math
import struct
import wave
from pathlib import Path

from playwright.sync_api import Page

_DRAW = """async ([width, height]) => {
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [width, height];
  const pen = canvas.getContext("2d");
  for (let at = 0; at < 9000; at += 1) {
    pen.fillStyle = `hsl(${(at * 37) % 360} 70% ${40 + (at % 30)}%)`;
    pen.fillRect((at * 97) % width, (at * 61) % height, width / 40, height / 40);
  }
  pen.fillStyle = "rgb(255, 0, 0)";
  pen.fillRect(0, 0, width / 4, height / 4);
  return canvas.toDataURL("image/jpeg", 0.95).split(",")[1];
}"""
"""Coloured patches, and a red corner where the picture's lines begin."""

PLACE = b"GPS 53.3498 N 6.2603 W"
"""What a camera notes and nobody else needs to know."""

_ORIENTATION, _DESCRIPTION = 0x0112, 0x010E
_ASCII, _SHORT = 2, 3


def camera_photo(page: Page, file: Path, width: int, height: int, *, turned: bool = False) -> Path:
    """Draw a JPEG on a page and write it with what a camera notes in it (EXIF 2.32).

    Args:
        page: Any page of the site.
        file: Where it is written.
        width: Of the picture as the sensor has it, in pixels.
        height: As for `width`.
        turned: Whether the phone was held upright, so that the picture has to be turned right.
    """
    jpeg = base64.b64decode(page.evaluate(_DRAW, [width, height]))
    exif = b"Exif\0\0" + _noted(6 if turned else 1)
    segment = b"\xff\xe1" + struct.pack(">H", len(exif) + 2) + exif
    file.write_bytes(jpeg[:2] + segment + jpeg[2:])
    return file


def _noted(orientation: int) -> bytes:
    """A TIFF directory with the orientation and a text, as EXIF holds it."""
    text = PLACE + b"\0"
    entries = [
        struct.pack(">HHII", _DESCRIPTION, _ASCII, len(text), 8 + 2 + 24 + 4),
        struct.pack(">HHIHH", _ORIENTATION, _SHORT, 1, orientation, 0),
    ]
    return b"MM\0*" + struct.pack(">IH", 8, 2) + b"".join(entries) + struct.pack(">I", 0) + text


def tone(file: Path, seconds: float = 0.5) -> Path:
    """Write a sound file (WAV) of a quiet tone."""
    rate = 8000
    with wave.open(str(file), "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(2)
        sound.setframerate(rate)
        values = (int(3000 * math.sin(at / 6)) for at in range(int(seconds * rate)))
        sound.writeframes(b"".join(struct.pack("<h", value) for value in values))
    return file
