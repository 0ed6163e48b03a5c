"""What the file of a card may hold."""

from typing import Annotated

from pydantic import Field, field_validator

from pwa_app.content.entry_types import (
    EachOnce,
    Entry,
    Name,
    Sentence,
    WebAddress,
    WholeNumber,
)
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
)

LONGEST_MINUTES = 60
Steps = Annotated[list[Sentence], Field(min_length=2, max_length=7)]


class SourceEntry(Entry):
    """A page that a card or an article rests on."""

    name: Name
    """The publisher in plain words, or the domain."""
    url: WebAddress


class CardPack(Entry):
    """``en/cards/<slug>.toml``: the facts and the English sentences of a card."""

    title: Name
    category: Category
    summary: Sentence
    minutes: list[WholeNumber]
    feelings: Annotated[list[Feeling], Field(min_length=1), EachOnce]
    places: Annotated[list[Place], Field(min_length=1), EachOnce]
    energy: Energy
    needs: Annotated[list[Need], Field(min_length=1), EachOnce]
    steps: Steps
    closing: Sentence | None = None
    care: Sentence | None = None
    cautions: Annotated[list[Caution], EachOnce] = Field(default_factory=list[Caution])
    instead_of: Annotated[list[InsteadOf], EachOnce] = Field(default_factory=list[InsteadOf])
    """What an urge may be for that this card meets another way."""
    groups: Annotated[list[Group], EachOnce] = Field(default_factory=list[Group])
    evidence: Evidence
    sources: Annotated[list[SourceEntry], Field(min_length=1)]

    @field_validator("minutes")
    @classmethod
    def _least_then_most(cls, minutes: list[int]) -> list[int]:
        in_order = len(minutes) == 2 and 1 <= minutes[0] <= minutes[1] <= LONGEST_MINUTES
        if not in_order:
            raise ValueError(
                f"minutes must be two whole numbers from 1 to {LONGEST_MINUTES}, "
                "the least first, such as [2, 5]"
            )
        return minutes

    @field_validator("needs")
    @classmethod
    def _nothing_or_something(cls, needs: list[Need]) -> list[Need]:
        if Need.NOTHING in needs and len(needs) > 1:
            raise ValueError('needs cannot hold "nothing" and something; take one out')
        return needs


class CardTranslation(Entry):
    """``<locale>/cards/<slug>.toml``: the sentences of a card in another language."""

    title: Name | None = None
    summary: Sentence | None = None
    steps: Steps | None = None
    closing: Sentence | None = None
    care: Sentence | None = None
