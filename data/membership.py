"""Who could sponsor on a day: Members of the United Nations, and in the Commission also who was an observer there."""

from collections.abc import Mapping


def not_yet(state: Mapping[str, str], body: str, day: str) -> bool:
    """Whether a State (a row of states.csv) could not put its name to a text of this body on a day (ISO) yet. The view
    `standing` in schema.sql says the same of each text that is held; a test holds the two together."""
    since = state["member_since"]
    observed = state["before_membership"] == "observer" and body == "CHR"
    return bool(since) and since > day and not observed
