"""React's late parts, put in their places.

What React renders after the rest of a page, it writes behind it, with scripts that move it to its
place in the browser. React Router hands its data over in such parts, so every exported page has
them. In a file nothing is late: here they stand in their places from the start, as React writes
parts that were ready in time, and the scripts are gone.
"""

import re

_PLACE = '<!--$?--><template id="{place}"></template><!--/$-->'
_PART = re.compile(
    r'<div hidden id="(?P<part>S:[0-9a-f]+)">(?P<content>.*?)</div>'
    r"<script>(?:(?!</script>).)*?"
    r'\$RC\("(?P<place>B:[0-9a-f]+)","(?P=part)"\)</script>',
    re.DOTALL,
)
_CLOCK = '<script id="_R_">requestAnimationFrame(function(){$RT=performance.now()});</script>'


def in_their_places(html: str) -> str:
    """Return a page whose late parts stand where they belong.

    Args:
        html: The page as React has written it. One that has parts of another kind, such as with
            words shown meanwhile, comes back as it is: its scripts know what to do.
    """
    page = html
    while part := _PART.search(page):
        place = _PLACE.format(place=part["place"])
        rest = page[: part.start()] + page[part.end() :]
        if rest.count(place) != 1:
            return html
        page = rest.replace(place, f"<!--$-->{part['content']}<!--/$-->")
    return html if "$RC(" in page else page.replace(_CLOCK, "")
