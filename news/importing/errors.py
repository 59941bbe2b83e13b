"""The one way an import says that something cannot be read."""

from pathlib import Path


class UnreadableFile(Exception):
    """A file, or one line of it, that gives no article; its text says where and why."""

    def __init__(self, path: Path | str, message: str, line: int | None = None) -> None:
        self.path = path
        self.line = line
        self.message = message
        super().__init__(f"{place(path, line)}: {message}")


def place(path: Path | str, line: int | None = None) -> str:
    """The file, and the line where there is one, as messages name them."""
    name = Path(path).name
    return name if line is None else f"{name}, dòng {line}"
