"""Accession: files come in. One reader a format; bytes become records."""
