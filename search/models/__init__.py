"""What the engines keep in the database, and what editors tell the search."""

from .editing import PromotedResult, Synonym
from .index import FacetSet, FacetValue, IndexedAcronym, IndexedDocument, Term
from .log import SearchedWords
from .writes import IndexWrite

__all__ = [
    "FacetSet",
    "FacetValue",
    "IndexWrite",
    "IndexedAcronym",
    "IndexedDocument",
    "PromotedResult",
    "SearchedWords",
    "Synonym",
    "Term",
]
