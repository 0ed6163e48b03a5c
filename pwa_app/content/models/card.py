"""Coping cards, their steps and their tags."""

from sqlmodel import Field, Relationship, UniqueConstraint

from pwa_app.content.models.source import CardSource, Source
from pwa_app.content.models.table import ContentTable, Sentences, key_column
from pwa_app.content.vocabulary import (
    Category,
    Caution,
    Energy,
    Evidence,
    Feeling,
    Group,
    InsteadOf,
    Need,
    Place,
    TagKind,
)


class CardTag(ContentTable, table=True):
    """A card has a tag."""

    card_slug: str = Field(foreign_key="card.slug", primary_key=True)
    tag_id: int = Field(foreign_key="tag.id", primary_key=True)


class Tag(ContentTable, table=True):
    """A feeling, place, need, caution, purpose or group; ids follow the order of the vocabulary."""

    __table_args__ = (UniqueConstraint("kind", "key"),)

    id: int | None = Field(default=None, primary_key=True)
    kind: TagKind = Field(sa_type=key_column(TagKind))
    key: str


class Step(ContentTable, table=True):
    """One thing to do; ``position`` counts from 0."""

    card_slug: str = Field(foreign_key="card.slug", primary_key=True)
    position: int = Field(primary_key=True)
    text: str
    language: str


class Card(Sentences, ContentTable, table=True):
    """One coping skill."""

    slug: str = Field(primary_key=True)
    position: int = Field(index=True)
    """Place among all cards: by category, then the easiest in distress first."""
    ease: int = Field(index=True)
    """Place among all cards by how easy it is in distress, 0 the easiest."""
    title: str
    category: Category = Field(sa_type=key_column(Category), index=True)
    summary: str
    closing: str | None = None
    care: str | None = None
    minutes_least: int
    minutes_most: int
    energy: Energy = Field(sa_type=key_column(Energy))
    evidence: Evidence = Field(sa_type=key_column(Evidence))

    steps: list[Step] = Relationship(
        sa_relationship_kwargs={"lazy": "selectin", "order_by": "Step.position"}
    )
    tags: list[Tag] = Relationship(
        link_model=CardTag, sa_relationship_kwargs={"lazy": "selectin", "order_by": "Tag.id"}
    )
    sources: list[Source] = Relationship(
        link_model=CardSource,
        sa_relationship_kwargs={
            "lazy": "selectin",
            "order_by": "CardSource.position",
            "viewonly": True,
        },
    )

    @property
    def feelings(self) -> list[Feeling]:
        """Feelings the card is for, in the order of the vocabulary."""
        return [Feeling(key) for key in self._keys(TagKind.FEELING)]

    @property
    def places(self) -> list[Place]:
        """Places where the card can be done."""
        return [Place(key) for key in self._keys(TagKind.PLACE)]

    @property
    def needs(self) -> list[Need]:
        """Things of which one has to be at hand."""
        return [Need(key) for key in self._keys(TagKind.NEED)]

    @property
    def cautions(self) -> list[Caution]:
        """Who should take care with the card."""
        return [Caution(key) for key in self._keys(TagKind.CAUTION)]

    @property
    def instead_of(self) -> list[InsteadOf]:
        """What an urge may be for that the card meets another way."""
        return [InsteadOf(key) for key in self._keys(TagKind.INSTEAD_OF)]

    @property
    def groups(self) -> list[Group]:
        """Groups the card belongs to."""
        return [Group(key) for key in self._keys(TagKind.GROUP)]

    def _keys(self, kind: TagKind) -> list[str]:
        return [tag.key for tag in self.tags if tag.kind == kind]
