from search.models.document_text import DocumentText
from search.models.entry import Entry, EntryWords
from search.models.indexed_word import IndexedWord
from search.models.pending import Pending
from search.models.posting import IndexState, Posting, RetiredSlot
from search.models.promotion import Promotion
from search.models.query_count import QueryCount

__all__ = [
    "DocumentText",
    "Entry",
    "EntryWords",
    "IndexState",
    "IndexedWord",
    "Pending",
    "Posting",
    "Promotion",
    "QueryCount",
    "RetiredSlot",
]
