"""`python -m fonds.cli` is `fonds`."""

from __future__ import annotations

from fonds.cli import main

if __name__ == "__main__":
    main()
