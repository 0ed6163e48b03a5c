"""Makes the table rows of cards from what packs say."""

from collections.abc import Iterator

from pwa_app.content.card_pack import CardPack, CardTranslation
from pwa_app.content.fallback import Fallback
from pwa_app.content.models import (
    Card,
    CardSource,
    CardTag,
    ContentTable,
    Step,
    Tag,
)
from pwa_app.content.reading import Packs, Translation
from pwa_app.content.source_rows import SourceRows
from pwa_app.content.vocabulary import (
    Category,
    Caution,
    Energy,
    Feeling,
    Group,
    InsteadOf,
    Need,
    Place,
    TagKind,
)

_Key = Feeling | Place | Need | Caution | InsteadOf | Group
_TAGS: list[tuple[TagKind, _Key]] = [
    *((TagKind.FEELING, feeling) for feeling in Feeling),
    *((TagKind.PLACE, place) for place in Place),
    *((TagKind.NEED, need) for need in Need),
    *((TagKind.CAUTION, caution) for caution in Caution),
    *((TagKind.INSTEAD_OF, need) for need in InsteadOf),
    *((TagKind.GROUP, group) for group in Group),
]
_TAG_IDS = {tag: number for number, tag in enumerate(_TAGS, start=1)}


def tag_rows() -> list[Tag]:
    """A row for every tag of the vocabulary, in its order."""
    return [Tag(id=number, kind=kind, key=key) for (kind, key), number in _TAG_IDS.items()]


def card_rows(packs: Packs, locale: str, sources: SourceRows) -> Iterator[ContentTable]:
    """The rows of all cards: cards, steps, links to tags and sources."""
    translations = packs.translations.get(locale, Translation()).cards
    cards: list[Card] = []
    for slug, pack in packs.cards.items():
        translation = translations.get(slug, CardTranslation())
        cards.append(_card(slug, pack, translation, locale))
        yield from _step_rows(slug, pack, translation, locale)
        for kind_and_key in _tags(pack):
            yield CardTag(card_slug=slug, tag_id=_TAG_IDS[kind_and_key])
        for position, source_id in enumerate(sources.ids(pack.sources)):
            yield CardSource(card_slug=slug, source_id=source_id, position=position)
    yield from _in_order(cards, packs)


def _in_order(cards: list[Card], packs: Packs) -> list[Card]:
    """The cards with their places: what asks least of a person in distress comes first."""

    def asks(card: Card) -> tuple[bool, int, int, int, str, str]:
        return (
            Need.NOTHING not in packs.cards[card.slug].needs,
            list(Energy).index(card.energy),
            card.minutes_least,
            card.minutes_most,
            card.title.casefold(),
            card.slug,
        )

    by_ease = sorted(cards, key=asks)
    for ease, card in enumerate(by_ease):
        card.ease = ease
    for position, card in enumerate(
        sorted(by_ease, key=lambda card: list(Category).index(card.category))
    ):
        card.position = position
    return by_ease


def _card(slug: str, pack: CardPack, translation: CardTranslation, locale: str) -> Card:
    say = Fallback(locale)
    return Card(
        slug=slug,
        position=0,
        ease=0,
        title=say.choose("title", pack.title, translation.title),
        category=pack.category,
        summary=say.choose("summary", pack.summary, translation.summary),
        closing=say.choose("closing", pack.closing, translation.closing),
        care=say.choose("care", pack.care, translation.care),
        minutes_least=pack.minutes[0],
        minutes_most=pack.minutes[1],
        energy=pack.energy,
        evidence=pack.evidence,
        language=say.language,
        in_english=say.in_english,
    )


def _step_rows(
    slug: str, pack: CardPack, translation: CardTranslation, locale: str
) -> Iterator[Step]:
    say = Fallback(locale)
    for position, text in enumerate(say.choose("steps", pack.steps, translation.steps)):
        yield Step(card_slug=slug, position=position, text=text, language=say.language)


def _tags(pack: CardPack) -> Iterator[tuple[TagKind, _Key]]:
    yield from ((TagKind.FEELING, feeling) for feeling in pack.feelings)
    yield from ((TagKind.PLACE, place) for place in pack.places)
    yield from ((TagKind.NEED, need) for need in pack.needs)
    yield from ((TagKind.CAUTION, caution) for caution in pack.cautions)
    yield from ((TagKind.INSTEAD_OF, need) for need in pack.instead_of)
    yield from ((TagKind.GROUP, group) for group in pack.groups)
