"""Where things are on disk. Two may be moved by the environment: the database and the user's own folder."""

import os
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SOURCES = ROOT / "data" / "sources"
GEO = ROOT / "data" / "geo"
SCHEMA = ROOT / "data" / "schema.sql"
MEASURES = ROOT / "analytics" / "measures"
DESCRIPTOR = ROOT / "datapackage.json"
STATIC_GEO = ROOT / "static" / "geo"
STATIC_FONTS = ROOT / "static" / "fonts"
DATABASE = Path(os.environ.get("COSPONSOR_DATABASE") or ROOT / "build" / "cosponsorship.duckdb")
# Beside the project, so that an update of the project never touches what the user has added.
DATA_DIR = Path(os.environ.get("COSPONSOR_DATA_DIR") or ROOT.parent / "cosponsorship-data")
