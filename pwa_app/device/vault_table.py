"""What is readable of a locked store: every store keeps a table of it."""

from typing import Any

from sqlmodel import JSON, Field, SQLModel


class Vault(SQLModel, table=True):
    """One part of a store's lock, in the clear: `header`, `tries` or `turn` (see vault.js)."""

    id: str = Field(primary_key=True)
    data: dict[str, Any] = Field(default_factory=dict, sa_type=JSON)
