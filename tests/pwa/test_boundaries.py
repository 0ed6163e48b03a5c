"""What React rendered late stands in its place, and nothing else of a page is touched."""

from pwa_app.pwa.boundaries import in_their_places

CLOCK = '<script id="_R_">requestAnimationFrame(function(){$RT=performance.now()});</script>'
MOVER = '$RB=[];$RC=function(a,b){for(var c=0;c<a.length;c++);};$RC("B:0","S:0")'


def place(name: str, meanwhile: str = "") -> str:
    return f'<!--$?--><template id="{name}"></template>{meanwhile}<!--/$-->'


def late(content: str, number: int, mover: str) -> str:
    return f'<div hidden id="S:{number}">{content}</div><script>{mover}</script>'


def page(body: str) -> str:
    return f"<html><body><main><div>Words</div><script>go()</script></main>{body}</body></html>"


NESTED = page(
    place("B:0")
    + CLOCK
    + late(f"<script>first()</script>{place('B:1')}", 0, MOVER)
    + late("<div>last</div><script>last()</script>", 1, '$RC("B:1","S:1")')
)


def test_late_parts_stand_in_their_places_one_within_the_other() -> None:
    inner = "<!--$--><div>last</div><script>last()</script><!--/$-->"
    assert in_their_places(NESTED) == page(f"<!--$--><script>first()</script>{inner}<!--/$-->")


def test_a_page_without_late_parts_stays_as_it_is() -> None:
    assert in_their_places(page("")) == page("")


def test_a_page_that_shows_words_meanwhile_keeps_all_its_scripts() -> None:
    waiting = page(place("B:0", "Wait") + CLOCK + late("<p>done</p>", 0, MOVER))
    assert in_their_places(waiting) == waiting
    half = NESTED.replace('$RC("B:1","S:1")', '$RC("B:2","S:2")')
    assert in_their_places(half) == half
