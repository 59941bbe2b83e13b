"""What a server costs the processor, all its threads and processes together."""

import contextlib
from collections.abc import Iterator
from pathlib import Path

_PROCESSES = Path("/proc")


def seconds_of_server(port: int) -> float:
    """Of the server at that port and of what it started."""
    return sum(_seconds(pid) for pid in _processes_of_server(port))


def peak_memory_of_server(port: int) -> int:
    """Bytes: the most that each process of the server has held, added up."""
    return sum(_peak_memory(pid) for pid in _processes_of_server(port))


def seconds_of_database(name: str) -> float:
    """Of the processes in which PostgreSQL answers for that database."""
    mark = f" {name} ".encode()
    return sum(
        _seconds(pid)
        for pid, command in _commands()
        if command.startswith(b"postgres:") and mark in command
    )


def _processes_of_server(port: int) -> set[int]:
    mark = f"--port\0{port}\0".encode()
    return _with_children([pid for pid, command in _commands() if mark in command])


def _commands() -> Iterator[tuple[int, bytes]]:
    for folder in _PROCESSES.iterdir():
        if folder.name.isdigit():
            with contextlib.suppress(OSError):  # it has just ended
                yield int(folder.name), (folder / "cmdline").read_bytes()


def _with_children(pids: list[int]) -> set[int]:
    found, new = set(pids), list(pids)
    while new:
        pid = new.pop()
        for thread in (_PROCESSES / str(pid) / "task").iterdir():
            children = {int(child) for child in (thread / "children").read_text().split()}
            new += children - found
            found |= children
    return found


def _seconds(pid: int) -> float:
    """To the nanosecond; what `ps` shows is counted in hundredths."""
    threads = (_PROCESSES / str(pid) / "task").glob("*/schedstat")
    return sum(int(thread.read_text().split()[0]) for thread in threads) / 1e9


def _peak_memory(pid: int) -> int:
    status = (_PROCESSES / str(pid) / "status").read_text()
    return int(status.partition("VmHWM:")[2].split()[0]) * 1024
