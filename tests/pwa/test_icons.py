"""Every icon comes from one drawing, at its size, the same each time."""

import struct
import zlib
from pathlib import Path

import pytest

from pwa_app.pwa.icons import (
    MANIFEST_ICONS,
    IconError,
    icon_files,
    maskable,
    monochrome,
    png,
    read_drawing,
)
from pwa_app.pwa.manifest import image_size

DRAWING = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64">'
    '<rect id="background" width="64" height="64" rx="14" fill="#f6f3ec"/>'
    '<circle cx="32" cy="32" r="28" fill="#17565b"/>'
    '<circle cx="32" cy="32" r="8" fill="#f6f3ec"/></svg>'
)


def pixels(image: bytes, size: int) -> list[list[tuple[int, int, int, int]]]:
    """Return an RGBA image's pixels, rendered through an uncompressed copy of it."""
    data, at = b"", 8
    while at < len(image):
        (length,) = struct.unpack(">I", image[at : at + 4])
        if image[at + 4 : at + 8] == b"IDAT":
            data += image[at + 8 : at + 8 + length]
        at += length + 12
    return _unfiltered(zlib.decompress(data), size)


def _unfiltered(raw: bytes, size: int) -> list[list[tuple[int, int, int, int]]]:
    width = size * 4
    above = [0] * width
    rows: list[list[tuple[int, int, int, int]]] = []
    for start in range(0, len(raw), width + 1):
        kind, line = raw[start], list(raw[start + 1 : start + 1 + width])
        for at, value in enumerate(line):
            left = line[at - 4] if at >= 4 else 0
            corner = above[at - 4] if at >= 4 else 0
            line[at] = (value + _predicted(kind, left, above[at], corner)) % 256
        above = line
        rows.append([tuple(line[at : at + 4]) for at in range(0, width, 4)])  # type: ignore[misc]
    return rows


def _predicted(kind: int, left: int, up: int, corner: int) -> int:
    if kind < 4:
        return (0, left, up, (left + up) // 2)[kind]
    guess = left + up - corner
    return min((left, up, corner), key=lambda near: abs(guess - near))


def test_files_have_the_sizes_the_manifest_states(tmp_path: Path) -> None:
    files = icon_files(DRAWING)
    for icon in MANIFEST_ICONS:
        file = tmp_path / "icon.png"
        file.write_bytes(files[icon.src])
        width, height = image_size(file)
        assert icon.sizes == f"{width}x{height}"
    assert {"apple-touch-icon.png", "favicon.svg", "favicon.ico"} < set(files)


def test_the_same_drawing_gives_the_same_bytes() -> None:
    assert icon_files(DRAWING) == icon_files(DRAWING)


def test_a_favicon_holds_its_image() -> None:
    icon = icon_files(DRAWING)["favicon.ico"]
    assert icon[:4] == b"\x00\x00\x01\x00"
    size, offset = struct.unpack("<II", icon[14:22])
    assert icon[offset : offset + 8] == b"\x89PNG\r\n\x1a\n"
    assert len(icon) == offset + size


def test_a_maskable_icon_fills_its_square_and_keeps_the_mark_inside_the_safe_zone() -> None:
    rows = pixels(png(maskable(read_drawing(DRAWING)), 100), 100)
    assert rows[0][0] == (0xF6, 0xF3, 0xEC, 255)
    marked = [
        (x - 49.5, y - 49.5)
        for y, row in enumerate(rows)
        for x, pixel in enumerate(row)
        if pixel[0] < 0x80
    ]
    assert marked
    assert max(x * x + y * y for x, y in marked) <= 40 * 40


def test_a_monochrome_icon_is_the_mark_s_shape_with_its_holes() -> None:
    rows = pixels(png(monochrome(read_drawing(DRAWING)), 64), 64)
    assert rows[0][0][3] <= 2
    assert rows[32][14][3] >= 250
    assert rows[32][32][3] <= 2


@pytest.mark.parametrize(
    ("drawing", "reason"),
    [
        ("no svg", "not SVG"),
        ('<svg xmlns="http://www.w3.org/2000/svg"/>', "viewBox"),
        ('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 2 1"/>', "square"),
        ('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>', "background"),
        (DRAWING.replace("#f6f3ec", "white"), "#rrggbb"),
        (DRAWING.replace('fill="#17565b"', 'fill="url(#a)"'), "#rrggbb"),
        (DRAWING.replace("#17565b", "#f0f0f0"), "too alike"),
    ],
)
def test_a_drawing_that_cannot_be_used_is_refused_with_the_reason(
    drawing: str, reason: str
) -> None:
    with pytest.raises(IconError, match=reason):
        icon_files(drawing)
