"""What kind of file it is, as browsers and mail programs are told, by its ending."""

from __future__ import annotations

_OFFICE = "application/vnd.openxmlformats-officedocument"
_KINDS = {
    "csv": "text/csv",
    "docx": f"{_OFFICE}.wordprocessingml.document",
    "html": "text/html",
    "json": "application/json",
    "pdf": "application/pdf",
    "png": "image/png",
    "pptx": f"{_OFFICE}.presentationml.presentation",
    "svg": "image/svg+xml",
    "xlsx": f"{_OFFICE}.spreadsheetml.sheet",
    "zip": "application/zip",
}


def mime(extension: str) -> str:
    """The kind of a file with this ending, such as "pdf" or "csv.zip". Raises KeyError for one that we do not make."""
    return _KINDS[extension.rpartition(".")[2]]
