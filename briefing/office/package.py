"""Takes out of an Office file what python-pptx and python-docx ship in their empty one: another's name, a picture of
an empty page, a printer's settings, dates of 2013. Who opens the file's properties finds ours."""

from datetime import UTC, datetime

import docx.opc.coreprops
import docx.opc.package
import docx.opc.part
import pptx.opc.package
import pptx.parts.coreprops

from briefing.words import PRODUCER
from data.tongues.speech import say
from files.xml import escape

Package = docx.opc.package.OpcPackage | pptx.opc.package.OpcPackage
Part = docx.opc.part.XmlPart | pptx.opc.package.XmlPart
Properties = docx.opc.coreprops.CoreProperties | pptx.parts.coreprops.CorePropertiesPart
_PACKAGE, _DOCUMENT = ("/thumbnail",), ("/printerSettings", "/stylesWithEffects")
_KIND = "/extended-properties"


def ours(package: Package, part: Part, properties: Properties) -> None:
    """Clean a package of python-pptx or python-docx. `part`: its main part; `properties`: its core properties, whose
    author, dates and comments are set anew (title and the like stay)."""
    for holder, unwanted in ((package, _PACKAGE), (part, _DOCUMENT)):
        found = holder._rels if hasattr(holder, "_rels") else holder.rels
        for key in [key for key, rel in found.items() if rel.reltype.endswith(unwanted)]:
            found.pop(key)
        for rel in found.values():
            if rel.reltype.endswith(_KIND):
                rel.target_part._blob = _application()
    properties.author = properties.last_modified_by = say(PRODUCER)
    properties.comments = ""
    properties.created = properties.modified = datetime.now(UTC).replace(tzinfo=None, microsecond=0)


def _application() -> bytes:
    space = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
    return (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Properties xmlns="{space}">'
        f"<Application>{escape(say(PRODUCER))}</Application></Properties>"
    ).encode()
