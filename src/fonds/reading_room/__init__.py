"""The reading room: the archive as web pages that need no script, and the same as JSON under /api."""
