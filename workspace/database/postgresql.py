"""PostgreSQL, waited for so long and no longer: neither a statement nor a lock nor the line itself holds a page for
ever, nor a server that stands still."""

from __future__ import annotations

from typing import Any, TypeVar

import psycopg
from psycopg.abc import PQGen
from psycopg.errors import _WaitTimeout
from psycopg.rows import TupleRow
from sqlalchemy import Dialect, Engine, create_engine, event
from sqlalchemy.engine import URL

PATIENCE = {
    "connect_timeout": "10",
    "tcp_user_timeout": "20000",
    "keepalives_idle": "20",
    "keepalives_interval": "5",
    "keepalives_count": "3",
    "options": "-c statement_timeout=30s -c lock_timeout=10s",
}
SECONDS = 40.0
"""Longer than the server lets a statement take; one that stands still does not even say so."""

RV = TypeVar("RV")


class Patient(psycopg.Connection[TupleRow]):
    """A connection that is given up where no answer comes."""

    def wait(self, gen: PQGen[RV], interval: float = 0.1, timeout: float | None = None) -> RV:
        """As psycopg has it, for SECONDS at most. Raises OperationalError."""
        try:
            return super().wait(gen, interval, SECONDS if timeout is None else timeout)
        except _WaitTimeout:
            self.pgconn.finish()
            raise psycopg.OperationalError(f"cannot connect: no answer within {SECONDS:.0f} seconds") from None


def engine(url: URL) -> Engine:
    """An engine for that address; what of PATIENCE the address itself says stands."""
    missing = {name: value for name, value in PATIENCE.items() if name not in url.query}
    made = create_engine(url.update_query_dict(missing), pool_pre_ping=True)

    @event.listens_for(made, "do_connect")
    def _connect(_: Dialect, _record: object, arguments: list[Any], given: dict[str, Any]) -> Patient:
        made = Patient.connect(*arguments, **given)
        signs = made.info.parameter_status("server_encoding")
        if signs != "UTF8":  # in others not every name can be written, or is none read as text
            made.close()
            raise psycopg.OperationalError(f"its texts are in {signs}, not in UTF-8")
        return made

    return made
