"""The corpus in a browser: an index beside the store, and a small read-only web application over both."""
