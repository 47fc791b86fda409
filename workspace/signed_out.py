"""Sign-ins that somebody ended, kept until they would have ended by themselves, so that a restart forgets none."""

from collections.abc import Mapping

from sqlalchemy import delete, insert, select

from workspace.database.database import Database
from workspace.database.noted import signed_out


class SignedOut:
    """Checksums of ended sign-ins, each with the moment (seconds since 1970) at which it would have ended anyway."""

    def __init__(self, database: Database):
        self._database = database

    def all(self) -> dict[str, float]:
        """All that are kept. Raises WorkspaceError."""
        with self._database.read() as connection:
            rows = connection.execute(select(signed_out.c.token, signed_out.c.until))
            return dict(rows.all())

    def keep(self, ended: Mapping[str, float], moment: float) -> None:
        """Add those that are not kept yet, and forget those that ended by themselves before `moment`. Raises
        WorkspaceError."""
        with self._database.write() as connection:
            connection.execute(delete(signed_out).where(signed_out.c.until <= moment))
            held = set(connection.execute(select(signed_out.c.token)).scalars())
            if fresh := [{"token": token, "until": until} for token, until in ended.items() if token not in held]:
                connection.execute(insert(signed_out), fresh)
