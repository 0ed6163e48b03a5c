"""What every content table shares: its own metadata, enum columns and the language of a row."""

from enum import StrEnum

from sqlalchemy import JSON, Enum
from sqlalchemy.orm import registry
from sqlmodel import Field, SQLModel


class ContentTable(SQLModel, registry=registry()):
    """Base of the content tables.

    It has its own metadata, so that creating or replacing the content never touches another
    table of the same process or database.
    """


class Sentences(SQLModel):
    """The language of a row's sentences.

    A translation may lack a sentence, for instance one added to the English card last week.
    The row then takes the English one, and says so.
    """

    language: str
    """BCP 47 tag of the row's sentences."""
    in_english: list[str] = Field(default_factory=list, sa_type=JSON)
    """Names of the fields that fell back to English."""

    def language_of(self, field: str) -> str:
        """Language (BCP 47) of one field's sentence, for the ``lang`` attribute of a page."""
        return "en" if field in self.in_english else self.language


def _values(vocabulary: type[StrEnum]) -> list[str]:
    return [member.value for member in vocabulary]


def key_column(vocabulary: type[StrEnum]) -> Enum:
    """A column that stores the key of a closed list as text and refuses any other value."""
    return Enum(
        vocabulary,
        name=vocabulary.__name__.lower(),
        native_enum=False,
        create_constraint=True,
        values_callable=_values,
    )
