"""Every icon an installed app needs, drawn from one SVG.

The drawing is square, has a viewBox, and paints its ground on one element with id="background".
Everything else is the mark. From that come the plain icon, the maskable one (ground to the
edges, mark inside the safe zone) and the monochrome one (the mark's shape alone).
"""

import struct
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

import resvg_py

from pwa_app.pwa.manifest import ManifestIcon

SVG = "http://www.w3.org/2000/svg"

_SAFE_ZONE = 0.8
"""Share of a maskable icon's width that no mask cuts off:
https://www.w3.org/TR/appmanifest/#icon-masks"""

_PAINTS = ("fill", "stroke")


class IconError(ValueError):
    """The drawing cannot be used as an icon; the message says why."""


@dataclass(frozen=True)
class Drawing:
    """An icon's source, read.

    Attributes:
        text: The SVG as written.
        view_box: Left, top, width and height in the drawing's own units.
        ground: The background's colour, "#rrggbb".
        ink: The mark's colour, "#rrggbb".
        mark: The SVG of everything but the background.
    """

    text: str
    view_box: tuple[float, float, float, float]
    ground: str
    ink: str
    mark: str


def read_drawing(text: str) -> Drawing:
    """Read an icon's source.

    Raises:
        IconError: It is not SVG, has no square viewBox, no element with id="background" filled
            with #rrggbb, or no mark in #rrggbb.
    """
    ElementTree.register_namespace("", SVG)
    try:
        root = ElementTree.fromstring(text)
    except ElementTree.ParseError as error:
        msg = f"the icon is not SVG: {error}"
        raise IconError(msg) from error
    box = [float(number) for number in root.get("viewBox", "").replace(",", " ").split()]
    if len(box) != 4 or box[2] != box[3]:
        msg = "the icon needs a square viewBox"
        raise IconError(msg)
    background = next((child for child in root if child.get("id") == "background"), None)
    if background is None:
        msg = 'the icon needs a top-level element with id="background"'
        raise IconError(msg)
    root.remove(background)
    mark = "".join(ElementTree.tostring(child, encoding="unicode") for child in root)
    return Drawing(
        text=text,
        view_box=(box[0], box[1], box[2], box[3]),
        ground=_colour(background.get("fill"), "the background's fill"),
        ink=_colour(_first_paint(root), "the mark's first fill or stroke"),
        mark=mark,
    )


def _first_paint(root: ElementTree.Element) -> str | None:
    paints = (element.get(paint) for element in root.iter() for paint in _PAINTS)
    return next((paint for paint in paints if paint not in (None, "none")), None)


def _colour(value: str | None, what: str) -> str:
    if value is None or len(value) != 7 or not value.startswith("#"):
        msg = f"{what} is {value!r}; write it as #rrggbb"
        raise IconError(msg)
    return value


def maskable(drawing: Drawing) -> str:
    """Return the drawing with its ground to the edges and its mark inside the safe zone."""
    left, top, size, _ = drawing.view_box
    middle_x, middle_y = left + size / 2, top + size / 2
    place = (
        f"translate({middle_x:g} {middle_y:g}) scale({_SAFE_ZONE}) "
        f"translate({-middle_x:g} {-middle_y:g})"
    )
    return _svg(
        drawing,
        f'<rect x="{left:g}" y="{top:g}" width="{size:g}" height="{size:g}" '
        f'fill="{drawing.ground}"/><g transform="{place}">{drawing.mark}</g>',
    )


def monochrome(drawing: Drawing) -> str:
    """Return the mark as black of varying opacity: opaque as ink, clear as the ground.

    Parts of the mark painted in the ground's colour become holes, so the shape stays legible.
    """
    ground, ink = _luminance(drawing.ground), _luminance(drawing.ink)
    if abs(ground - ink) < 0.2:
        msg = "the icon's mark and background are too alike for a monochrome icon"
        raise IconError(msg)
    # alpha = (ground - luminance) / (ground - ink): 0 on the ground, 1 on the mark.
    scale = 1 / (ground - ink)
    weights = " ".join(f"{-weight * scale:.4f}" for weight in _LUMINANCE)
    matrix = f"0 0 0 0 0  0 0 0 0 0  0 0 0 0 0  {weights} 0 {ground * scale:.4f}"
    left, top, size, _ = drawing.view_box
    area = f'x="{left:g}" y="{top:g}" width="{size:g}" height="{size:g}"'
    return _svg(
        drawing,
        f'<filter id="ink" filterUnits="userSpaceOnUse" {area} color-interpolation-filters="sRGB">'
        f'<feColorMatrix type="matrix" values="{matrix}"/></filter>'
        f'<g filter="url(#ink)"><rect {area} fill="{drawing.ground}"/>{drawing.mark}</g>',
    )


_LUMINANCE = (0.2126, 0.7152, 0.0722)
"""Weights of red, green and blue in brightness (ITU-R BT.709)."""


def _luminance(colour: str) -> float:
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return sum(weight * part for weight, part in zip(_LUMINANCE, parts, strict=True))


def _svg(drawing: Drawing, content: str) -> str:
    view_box = " ".join(f"{number:g}" for number in drawing.view_box)
    return f'<svg xmlns="{SVG}" viewBox="{view_box}">{content}</svg>'


def png(svg: str, size: int) -> bytes:
    """Return a square PNG of an SVG, the same bytes for the same drawing."""
    return resvg_py.svg_to_bytes(svg_string=svg, width=size, height=size, skip_system_fonts=True)


def ico(image: bytes, size: int) -> bytes:
    """Return a favicon.ico that holds one PNG of a size under 256 pixels."""
    header = struct.pack("<HHH", 0, 1, 1)
    entry = struct.pack("<BBBBHHII", size, size, 0, 0, 1, 32, len(image), len(header) + 16)
    return header + entry + image


MANIFEST_ICONS = (
    ManifestIcon(src="icons/any-192.png", sizes="192x192", type="image/png", purpose="any"),
    ManifestIcon(src="icons/any-512.png", sizes="512x512", type="image/png", purpose="any"),
    ManifestIcon(
        src="icons/maskable-192.png", sizes="192x192", type="image/png", purpose="maskable"
    ),
    ManifestIcon(
        src="icons/maskable-512.png", sizes="512x512", type="image/png", purpose="maskable"
    ),
    ManifestIcon(
        src="icons/monochrome-512.png", sizes="512x512", type="image/png", purpose="monochrome"
    ),
)


def icon_files(source: str) -> Mapping[str, bytes]:
    """Return every icon file by its path in the site.

    Args:
        source: The text of the SVG.

    Raises:
        IconError: The drawing cannot be used.
    """
    drawing = read_drawing(source)
    variants = {
        "any": drawing.text,
        "maskable": maskable(drawing),
        "monochrome": monochrome(drawing),
    }
    files = {
        icon.src: png(variants[icon.purpose], int(icon.sizes.partition("x")[0]))
        for icon in MANIFEST_ICONS
    }
    # iOS rounds the corners itself and shows transparent ones black, so the ground fills it.
    files["apple-touch-icon.png"] = png(maskable(drawing), 180)
    files["favicon.svg"] = source.encode()
    files["favicon.ico"] = ico(png(drawing.text, 32), 32)
    return files


def write_icons(folder: Path, source: str) -> None:
    """Write every icon file into a folder.

    Args:
        folder: The folder; it may not be there yet.
        source: The text of the SVG.

    Raises:
        IconError: The drawing cannot be used.
    """
    for name, content in icon_files(source).items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
