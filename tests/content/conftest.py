"""Small pack folders to read."""

from pathlib import Path

import pytest

from tests.content.samples import WritePack


@pytest.fixture
def write_pack(tmp_path: Path) -> WritePack:
    """Writes a file of the packs folder ``tmp_path``."""

    def write(name: str, text: str) -> Path:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path

    (tmp_path / "en").mkdir()
    return write
