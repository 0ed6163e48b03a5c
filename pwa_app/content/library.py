"""What the pages ask of the content."""

from typing import TypeVar

from sqlalchemy import Engine, case, func
from sqlmodel import Session, col, select
from sqlmodel.sql.expression import SelectOfScalar

from pwa_app.content.models import Article, Card, CardTag, Country, Service, Tag
from pwa_app.content.phone_numbers import ANYWHERE
from pwa_app.content.vocabulary import Category, Feeling, Group, InsteadOf, TagKind

Row = TypeVar("Row")


class Library:
    """The content in one language. Rows stay usable: they come with all that belongs to them."""

    def __init__(self, engine: Engine, locale: str) -> None:
        self.engine = engine
        self.locale = locale
        """BCP 47 tag."""

    def all_cards(self) -> list[Card]:
        """Every card: by category, then what asks least of a person in distress first."""
        return self._all(select(Card).order_by(col(Card.position)))

    def card(self, slug: str) -> Card:
        """One card.

        Raises:
            LookupError: there is no such card.
        """
        return self._one(select(Card).where(Card.slug == slug), f"card {slug}")

    def cards_in(self, category: Category) -> list[Card]:
        """The cards of a category, in the order of :meth:`all_cards`."""
        return self._all(select(Card).where(Card.category == category).order_by(col(Card.position)))

    def cards_for(self, feeling: Feeling, limit: int | None = None) -> list[Card]:
        """Cards for a feeling, what asks least of a person in distress first.

        Those that need nothing come first, then by energy (low first), minutes and title.
        """
        return self._tagged(TagKind.FEELING, feeling, limit)

    def cards_instead_of(self, need: InsteadOf, limit: int | None = None) -> list[Card]:
        """Cards that meet what an urge is for another way, what asks least first."""
        return self._tagged(TagKind.INSTEAD_OF, need, limit)

    def cards_of(self, group: Group) -> list[Card]:
        """The cards of a group, what asks least first."""
        return self._tagged(TagKind.GROUP, group, None)

    def similar_cards(self, card: Card, limit: int = 3) -> list[Card]:
        """Other cards most like a card, the most alike first.

        A shared feeling counts one, the same category counts two; among equals what asks least
        comes first. Cards that share neither are left out.
        """
        feelings = [str(feeling) for feeling in card.feelings]
        shared = (
            select(func.count())
            .select_from(CardTag)
            .join(Tag, col(Tag.id) == col(CardTag.tag_id))
            .where(
                col(CardTag.card_slug) == col(Card.slug),
                Tag.kind == TagKind.FEELING,
                col(Tag.key).in_(feelings),
            )
            .correlate(Card)
            .scalar_subquery()
        )
        alike = shared + case((col(Card.category) == card.category, 2), else_=0)
        return self._all(
            select(Card)
            .where(col(Card.slug) != card.slug, alike > 0)
            .order_by(alike.desc(), col(Card.ease))
            .limit(limit)
        )

    def next_card(self, card: Card) -> Card | None:
        """Another card like this one: the next of its category, from the last to the first.

        Whoever goes on from card to card sees the whole category once before a card comes back.
        None for a card that is alone in its category.
        """
        cards = self.cards_in(card.category)
        slugs = [other.slug for other in cards]
        following = cards[(slugs.index(card.slug) + 1) % len(cards)]
        return None if following.slug == card.slug else following

    def countries(self) -> list[str]:
        """Codes (ISO 3166-1 alpha-2, upper case) of the countries with services, in order."""
        return self._all(
            select(Country.code).where(Country.code != ANYWHERE).order_by(col(Country.code))
        )

    def services(self, country: str) -> list[Service]:
        """The services of a country, or those for any country with the code ``INT``.

        By kind (emergency first), then those for the whole country before those of a region, then
        by name. Empty for a country without a pack.
        """
        return self._all(
            select(Service)
            .where(Service.country_code == country.upper())
            .order_by(
                col(Service.kind_position),
                col(Service.region).is_not(None),
                func.lower(Service.name),
                col(Service.id),
            )
        )

    def articles(self) -> list[Article]:
        """Every article, in the order its pack gives it."""
        return self._all(select(Article).order_by(col(Article.order), col(Article.slug)))

    def article(self, slug: str) -> Article:
        """One article.

        Raises:
            LookupError: there is no such article.
        """
        return self._one(select(Article).where(Article.slug == slug), f"article {slug}")

    def _tagged(self, kind: TagKind, key: str, limit: int | None) -> list[Card]:
        return self._all(
            select(Card)
            .join(CardTag, col(CardTag.card_slug) == col(Card.slug))
            .join(Tag, col(Tag.id) == col(CardTag.tag_id))
            .where(Tag.kind == kind, Tag.key == key)
            .order_by(col(Card.ease))
            .limit(limit)
        )

    def _all(self, query: SelectOfScalar[Row]) -> list[Row]:
        with Session(self.engine) as session:
            return list(session.exec(query).all())

    def _one(self, query: SelectOfScalar[Row], name: str) -> Row:
        rows = self._all(query)
        if not rows:
            raise LookupError(f"there is no {name}")
        return rows[0]
