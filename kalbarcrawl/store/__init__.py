"""The corpus on disk: articles with their revisions, addresses visited, what listings last said, runs and locks."""

from kalbarcrawl.store.corpus import Known, Store, Validators, store_at
from kalbarcrawl.store.engine import MEMORY
from kalbarcrawl.store.visit import Visit

__all__ = ["MEMORY", "Known", "Store", "Validators", "Visit", "store_at"]
