"""Text as a name of a file."""

import re
import unicodedata


def slug(text: str) -> str:
    """Text as a piece of a file name: small letters, digits and hyphens. "" stays ""."""
    plain = unicodedata.normalize("NFKD", re.sub("[‘’–—]", "-", text)).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


def stem(*parts: str) -> str:
    """Parts of a file name, each a slug, joined by "_"; empty ones are left out. Never longer than 120 signs."""
    return "_".join(made for part in parts if (made := slug(part)[:80].strip("-")))[:120].strip("_-")
