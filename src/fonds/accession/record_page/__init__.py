"""Record pages: one document a page, its facts under labels ("Citation:", "Contents:"), in loose Markdown."""
