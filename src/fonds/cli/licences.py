"""`fonds licences`: what Fonds stands on."""

from __future__ import annotations

from fonds.reading_room.licences import installed_components, shipped_components


def licences() -> None:
    """List the parts of others that are shipped with Fonds or used by it, and their licences."""
    for part in (*shipped_components(), *installed_components()):
        print(f"{part.name} {part.version}: {part.licence}")
