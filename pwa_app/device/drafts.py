"""What is typed but not saved yet: every store keeps a table of it for its forms."""

from sqlmodel import JSON, Field, SQLModel


class Draft(SQLModel, table=True):
    """One form's draft: `values` maps a control's name to its list of values."""

    form: str = Field(primary_key=True)
    values: dict[str, list[str]] = Field(default_factory=dict, sa_type=JSON)
