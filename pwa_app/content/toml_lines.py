"""Which line of a TOML text holds which key.

The standard parser (tomllib) reads the values and forgets where they stood. This scanner reads
a text that tomllib has already accepted, so it only has to tell keys, strings and brackets apart
(TOML 1.0, https://toml.io/en/v1.0.0).
"""

import re

KeyPath = tuple[str | int, ...]
"""Keys and list positions that lead to a value: ``("services", 0, "channels", 1, "value")``."""

_SPACE = re.compile(r"(?:[ \t\r\n]|#[^\n]*)+")
_STRING = re.compile(
    r'"""(?:\\.|(?!""").)*"""+|' + r"'''(?:(?!''').)*'''+|" + r'"(?:\\.|[^"\\])*"|' + r"'[^']*'",
    re.DOTALL,
)
_BARE_KEY = re.compile(r"[A-Za-z0-9_-]+")
_PLAIN_VALUE = re.compile(r"[^,\]}#\r\n]+")


class _Scanner:
    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0
        self.lines: dict[KeyPath, int] = {}
        self.counts: dict[KeyPath, int] = {}

    def line(self) -> int:
        return self.text.count("\n", 0, self.at) + 1

    def skip_space(self) -> None:
        if found := _SPACE.match(self.text, self.at):
            self.at = found.end()

    def next_is(self, mark: str) -> bool:
        return self.text.startswith(mark, self.at)

    def take(self, pattern: re.Pattern[str]) -> str:
        found = pattern.match(self.text, self.at)
        if found is None:
            raise ValueError(f"line {self.line()} is not TOML")
        self.at = found.end()
        return found.group()

    def key(self) -> list[str]:
        parts: list[str] = []
        while True:
            self.skip_space()
            quoted = self.text[self.at] in "\"'"
            parts.append(self.take(_STRING)[1:-1] if quoted else self.take(_BARE_KEY))
            self.skip_space()
            if not self.next_is("."):
                return parts
            self.at += 1

    def document(self) -> None:
        table: KeyPath = ()
        self.skip_space()
        while self.at < len(self.text):
            if self.next_is("["):
                table = self.header()
            else:
                self.pair(table)
            self.skip_space()

    def header(self) -> KeyPath:
        line = self.line()
        marks = 2 if self.next_is("[[") else 1
        self.at += marks
        *parents, last = self.key()
        self.at += marks
        path: KeyPath = ()
        for part in parents:
            path = self.newest((*path, part))
        path = (*path, last)
        self.lines.setdefault(path, line)
        if marks == 2:
            self.counts[path] = self.counts.get(path, 0) + 1
            path = self.newest(path)
            self.lines[path] = line
        return path

    def newest(self, path: KeyPath) -> KeyPath:
        """The path itself, or that of the last item where it is a list of tables."""
        return (*path, self.counts[path] - 1) if path in self.counts else path

    def pair(self, table: KeyPath) -> None:
        line = self.line()
        path = table
        for part in self.key():
            path = (*path, part)
            self.lines.setdefault(path, line)
        self.at += len("=")
        self.value(path)

    def value(self, path: KeyPath) -> None:
        self.skip_space()
        self.lines.setdefault(path, self.line())
        if self.text[self.at] in "\"'":
            self.take(_STRING)
        elif self.next_is("["):
            self.array(path)
        elif self.next_is("{"):
            self.inline_table(path)
        else:
            self.take(_PLAIN_VALUE)

    def array(self, path: KeyPath) -> None:
        self.at += 1
        position = 0
        self.skip_space()
        while not self.next_is("]"):
            self.value((*path, position))
            position += 1
            self.after_item()
        self.at += 1

    def inline_table(self, path: KeyPath) -> None:
        self.at += 1
        self.skip_space()
        while not self.next_is("}"):
            self.pair(path)
            self.after_item()
        self.at += 1

    def after_item(self) -> None:
        self.skip_space()
        if self.next_is(","):
            self.at += 1
            self.skip_space()


def lines_of_keys(text: str) -> dict[KeyPath, int]:
    """Line (from 1) of each key, list item and table of a TOML text that tomllib has accepted.

    Raises:
        ValueError: the text is not TOML.
    """
    scanner = _Scanner(text)
    scanner.document()
    return scanner.lines
