"""Tables of what the dashboard notes by itself, beside what people write (workspace.database.schema)."""

from sqlalchemy import JSON, Column, Float, Integer, String, UniqueConstraint

from workspace.database.schema import Utc, numbered

known_texts = numbered(
    "known_texts",
    Column("place", String(400), nullable=False),
    Column("resolution", String(120), nullable=False),
    Column("digest", String(64), nullable=False),
    Column("held", JSON, nullable=False),
    UniqueConstraint("place", "resolution", name="a_text_once_a_place"),
)
"""The record as it was when it was last compared; `place`: which record, where laptops share one workspace."""

news = numbered(
    "news",
    Column("place", String(400), nullable=False, index=True),
    Column("key", String(36), nullable=False, unique=True),
    Column("at", Utc, nullable=False),
    Column("told", JSON, nullable=False),
)
"""What was new at each comparison; `key` names it wherever it is told."""

visits = numbered(
    "visits",
    Column("place", String(400), nullable=False),
    Column("who", String(200), nullable=False),
    Column("at", Utc, nullable=False),
    Column("news", Integer, nullable=False),
    Column("changes", Integer, nullable=False),
    Column("before_at", Utc),
    Column("before_news", Integer, nullable=False),
    Column("before_changes", Integer, nullable=False),
    UniqueConstraint("place", "who", name="a_person_once_a_place"),
)
"""How far each person has seen: in this visit, and at the end of the one before."""

feeds = numbered(
    "feeds",
    Column("who", String(200), nullable=False, unique=True),
    Column("digest", String(64), nullable=False, unique=True),
    Column("made_at", Utc, nullable=False),
)
"""Whose feed is at which secret address; the secret itself is not kept."""

signed_out = numbered(
    "signed_out", Column("token", String(64), nullable=False, unique=True), Column("until", Float, nullable=False)
)
"""Sign-ins that count no more, until (seconds since 1970) they would have ended by themselves."""

BY_ITSELF = (known_texts, news, visits, signed_out)
"""Tables with rows although nobody has written anything yet."""
ALL = (*BY_ITSELF, feeds)
