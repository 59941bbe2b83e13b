"""What can go wrong with an engine, whichever it is."""


class EngineUnavailable(Exception):
    """The engine does not answer, or answers that it cannot; trying again later may help."""


class NoTimeLeft(EngineUnavailable):
    """Too much was asked of the engine for one search, which says nothing about the engine."""


class SomeRefused(Exception):
    """The engine took the others; `reasons` are by the keys of those it did not take."""

    def __init__(self, reasons: dict[str, str]) -> None:
        super().__init__(f"{len(reasons)} objects refused")
        self.reasons = reasons
