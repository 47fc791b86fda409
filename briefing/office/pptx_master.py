"""The slide master of our decks, made by code: 16:9, four layouts, our colours, one family of type.

It starts from the empty presentation that python-pptx ships and replaces size, theme, styles and every layout."""

from dataclasses import dataclass, replace

from lxml import etree
from pptx import Presentation
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.presentation import Presentation as Deck
from pptx.slide import SlideLayout, SlideMaster
from pptx.util import Emu, Inches

from briefing.office import package
from charts.frame.colors import LIGHT
from charts.frame.font import FAMILY, PANOSE

WIDTH, HEIGHT = 13.333, 7.5
MARGIN = 0.5
INNER = WIDTH - 2 * MARGIN
FOOT = HEIGHT - 0.42
"""Inches: top of the line with footer and slide number."""
TITLE_PT, SUBTITLE_PT, BODY_PT, NOTE_PT, SOURCE_PT = 26, 15, 20, 11, 9
TITLE, TEXT, CHART, SOURCES = "Title", "Text", "Chart", "Sources"
SUBTITLE_IDX, NOTE_IDX, SOURCE_IDX, BODY_IDX = 13, 14, 15, 1
_DATE_IDX, _NUMBER_IDX = 10, 12


def hexed(colour: str) -> str:
    """#rrggbb as RRGGBB."""
    return colour.lstrip("#").upper()


def new_deck() -> Deck:
    """An empty presentation with our master and the layouts Title, Text, Chart and Sources."""
    deck = Presentation()
    deck.slide_width, deck.slide_height = Emu(12192000), Emu(6858000)
    deck.element.find(qn("p:sldSz")).attrib.pop("type", None)  # it would still say 4:3
    deck.element.find(f".//{qn('a:defPPr')}/{qn('a:defRPr')}").set("lang", "en-GB")
    package.ours(deck.part.package, deck.part, deck.core_properties)
    master = deck.slide_master
    for layout in list(deck.slide_layouts)[4:]:
        deck.slide_layouts.remove(layout)
    _theme(master)
    _fill(master, "Briefing", _shapes(_BODY))
    _styles(master)
    for layout, (name, kind, shapes) in zip(deck.slide_layouts, _layouts(), strict=True):
        _fill(layout, name, shapes)
        layout._element.set("type", kind)
        layout._element.set("preserve", "1")
    return deck


def layout_named(deck: Deck, name: str) -> SlideLayout:
    """The layout of that name. Raises ValueError where it does not exist."""
    found = deck.slide_layouts.get_by_name(name)
    if found is None:
        raise ValueError(f"no layout {name!r}")
    return found


@dataclass(frozen=True)
class _Holder:
    """A placeholder; `box`: left, top, width, height in inches; `size` in points; `colour` as RRGGBB."""

    number: int
    name: str
    kind: str
    idx: int | None
    box: tuple[float, float, float, float]
    size: float
    colour: str = hexed(LIGHT.secondary)
    bold: bool = False
    anchor: str = "t"
    align: str = "l"
    text: str = ""


_INK = hexed(LIGHT.ink)
_TITLE_LINE = _Holder(2, "Title", "title", None, (MARGIN, 0.35, INNER, 0.85), TITLE_PT, _INK, bold=True, anchor="b")
_BODY = _Holder(3, "Text", "body", BODY_IDX, (MARGIN, 1.5, INNER, 5.3), BODY_PT, _INK)
_NUMBER = _Holder(
    9,
    "Slide number",
    "sldNum",
    _NUMBER_IDX,
    (WIDTH - MARGIN - 1, FOOT, 1, 0.28),
    10,
    align="r",
    text='<a:fld id="{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}" type="slidenum"><a:rPr lang="en-GB"/>'
    "<a:t>‹#›</a:t></a:fld>",
)
_FIRST = (
    _Holder(2, "Title", "ctrTitle", None, (MARGIN + 0.5, 2.0, INNER - 1, 1.9), 40, _INK, bold=True, anchor="b"),
    _Holder(3, "Subtitle", "subTitle", 1, (MARGIN + 0.5, 4.05, INNER - 1, 1.2), 20),
    _Holder(4, "Date", "body", _DATE_IDX, (MARGIN + 0.5, 6.4, INNER - 1, 0.5), 12),
)
_BESIDE = (
    _Holder(3, "Subtitle", "body", SUBTITLE_IDX, (MARGIN, 1.25, INNER, 0.35), SUBTITLE_PT),
    _Holder(4, "What is missing", "body", NOTE_IDX, (MARGIN, 6.35, INNER, 0.35), NOTE_PT),
    _Holder(5, "Source", "body", SOURCE_IDX, (MARGIN, 6.75, INNER, 0.3), SOURCE_PT),
)


def _layouts() -> list[tuple[str, str, list[str]]]:
    """Name, kind and shapes of each layout."""
    return [
        (TITLE, "title", [*_squares(), *map(_shape, _FIRST)]),
        (TEXT, "obj", _shapes(_BODY)),
        (CHART, "cust", _shapes(*_BESIDE)),
        (SOURCES, "cust", _shapes(replace(_BODY, size=12))),
    ]


def _shapes(*own: _Holder) -> list[str]:
    """Those of a slide with a title and a number."""
    return list(map(_shape, (_TITLE_LINE, *own, _NUMBER)))


def _squares() -> list[str]:
    """Five squares in the colours of the regional groups: the tile of the assembly, as a mark."""
    drawn = []
    for n, colour in enumerate(LIGHT.group_marks):
        x, y, side = (Inches(v) for v in (MARGIN + 0.6 + n * 0.32, 1.3, 0.26))
        drawn.append(
            f'<p:sp {nsdecls("p", "a")}><p:nvSpPr><p:cNvPr id="{20 + n}" name="Mark {n + 1}">'
            '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}">'
            '<adec:decorative xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/>'
            '</a:ext></a:extLst></p:cNvPr><p:cNvSpPr/><p:nvPr userDrawn="1"/></p:nvSpPr><p:spPr><a:xfrm>'
            f'<a:off x="{x}" y="{y}"/><a:ext cx="{side}" cy="{side}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/>'
            f'</a:prstGeom><a:solidFill><a:srgbClr val="{hexed(colour)}"/></a:solidFill><a:ln><a:noFill/></a:ln>'
            "</p:spPr></p:sp>"
        )
    return drawn


def _shape(one: _Holder) -> str:
    x, y, cx, cy = (Inches(value) for value in one.box)
    index = f' idx="{one.idx}"' if one.idx is not None else ""
    run = one.text or f'<a:r><a:rPr lang="en-GB"/><a:t>{one.name}</a:t></a:r>'
    before = 600 if one.idx == BODY_IDX and one.kind == "body" else 0
    space = f'<a:spcBef><a:spcPts val="{before}"/></a:spcBef>'
    return (
        f'<p:sp {nsdecls("p", "a")}><p:nvSpPr><p:cNvPr id="{one.number}" name="{one.name}"/><p:cNvSpPr>'
        f'<a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="{one.kind}"{index}/></p:nvPr></p:nvSpPr><p:spPr>'
        "<a:xfrm>"
        f'<a:off x="{x}" y="{y}"/><a:ext cx="{cx}" cy="{cy}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
        f'</p:spPr><p:txBody><a:bodyPr lIns="0" tIns="0" rIns="0" bIns="0" anchor="{one.anchor}"><a:normAutofit/>'
        f'</a:bodyPr><a:lstStyle><a:lvl1pPr marL="0" indent="0" algn="{one.align}">{space}<a:buNone/>'
        f'<a:defRPr sz="{round(one.size * 100)}" b="{int(one.bold)}" lang="en-GB"><a:solidFill>'
        f'<a:srgbClr val="{one.colour}"/></a:solidFill></a:defRPr></a:lvl1pPr>'
        f"</a:lstStyle><a:p>{run}</a:p></p:txBody></p:sp>"
    )


def _fill(part: SlideMaster | SlideLayout, name: str, shapes: list[str]) -> None:
    """Name a master or layout and put these shapes in place of what it holds."""
    tree = part.shapes._spTree
    for child in list(tree)[2:]:  # the first two are the group's own properties
        tree.remove(child)
    for xml in shapes:
        tree.append(parse_xml(xml))
    part._element.find(qn("p:cSld")).set("name", name)


def _styles(master: SlideMaster) -> None:
    old = master._element.find(qn("p:txStyles"))
    ink = hexed(LIGHT.ink)

    def levels(sizes: list[int], bold: int) -> str:
        made = []
        for n, size in enumerate(sizes, start=1):
            bullet = "<a:buNone/>" if n == 1 else '<a:buFont typeface="Arial"/><a:buChar char="•"/>'
            indent = 'marL="0" indent="0"' if n == 1 else f'marL="{228600 * (n - 1)}" indent="-228600"'
            made.append(
                f'<a:lvl{n}pPr {indent} algn="l" defTabSz="914400" rtl="0" eaLnBrk="1" latinLnBrk="0" hangingPunct="1">'
                f'{bullet}<a:defRPr sz="{size}" b="{bold}" kern="1200"><a:solidFill><a:srgbClr val="{ink}"/>'
                "</a:solidFill>"
                '<a:latin typeface="+mn-lt"/><a:ea typeface="+mn-ea"/><a:cs typeface="+mn-cs"/></a:defRPr>'
                f"</a:lvl{n}pPr>"
            )
        return "".join(made)

    new = parse_xml(
        f"<p:txStyles {nsdecls('p', 'a')}><p:titleStyle>{levels([2600], 1)}</p:titleStyle>"
        f"<p:bodyStyle>{levels([2000, 1800, 1600], 0)}</p:bodyStyle>"
        f"<p:otherStyle>{levels([1400], 0)}</p:otherStyle></p:txStyles>"
    )
    old.getparent().replace(old, new)


def _theme(master: SlideMaster) -> None:
    """Our colours and family in the theme, so that what a user adds later matches."""
    part = next(rel.target_part for rel in master.part.rels.values() if rel.reltype.endswith("/theme"))
    root = etree.fromstring(part.blob)
    space = {"a": "http://schemas.openxmlformats.org/drawingml/2006/main"}
    root.set("name", "Briefing")
    colours = {
        "dk1": LIGHT.ink,
        "lt1": LIGHT.ground,
        "dk2": LIGHT.sponsor,
        "lt2": LIGHT.pale,
        "hlink": LIGHT.sponsor,
        "folHlink": LIGHT.group_texts[3],
        "accent6": LIGHT.secondary,
    }
    colours |= {f"accent{n}": colour for n, colour in enumerate(LIGHT.group_marks, start=1)}
    scheme = root.find(".//a:clrScheme", space)
    scheme.set("name", "Briefing")
    for name, colour in colours.items():
        slot = scheme.find(f"a:{name}", space)
        for child in list(slot):
            slot.remove(child)
        etree.SubElement(slot, f"{{{space['a']}}}srgbClr", val=hexed(colour))
    root.find(".//a:fontScheme", space).set("name", "Briefing")
    for family in ("majorFont", "minorFont"):
        latin = root.find(f".//a:{family}/a:latin", space)
        for name, value in (("typeface", FAMILY), ("panose", PANOSE), ("pitchFamily", "34"), ("charset", "0")):
            latin.set(name, value)
    part._blob = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
