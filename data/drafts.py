"""Draft resolutions that are not adopted yet: in the record beside the resolutions, until one takes their place."""

from collections.abc import Iterable, Mapping

from data.reading.text.symbols import resolution_of

NOT_ADOPTED = "not yet adopted"
"""The value of resolutions.adoption by which such a text is known."""


def became(resolutions: Iterable[Mapping[str, str]]) -> dict[str, str]:
    """Which drafts have since been adopted: symbol of the draft -> symbol of the resolution. `resolutions`: rows with
    resolution, draft_symbol and adoption. A draft has become the one adopted resolution whose draft_symbol is its own,
    or that of a revision of it."""
    rows = list(resolutions)
    adopted = [row for row in rows if row["adoption"] != NOT_ADOPTED]
    drafts = [row["resolution"] for row in rows if row["adoption"] == NOT_ADOPTED]
    return {draft: found for draft in drafts if (found := resolution_of(draft, adopted))}
