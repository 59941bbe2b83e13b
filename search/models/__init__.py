"""What the engines keep in the database, and what editors tell the search."""

from .editing import PromotedResult, Synonym
from .index import IndexedAcronym, IndexedDocument, IndexedFacet, Term
from .log import SearchedWords
from .writes import IndexWrite

__all__ = [
    "IndexWrite",
    "IndexedAcronym",
    "IndexedDocument",
    "IndexedFacet",
    "PromotedResult",
    "SearchedWords",
    "Synonym",
    "Term",
]
