"""Labels of regions inside a list ("Africa: Ghana, Kenya. Asia-Pacific: Japan"), which are no names of States."""

import re

_NAMES = (
    r"Africa|Asia|Asia(?:[ -]|[ ]and[ ](?:the[ ])?)Pacific|Pacific|Oceania|Europe|Middle[ ]East|North[ ]America|"
    r"(?:The[ ])?Caribbean|(?:The[ ])?Americas|Eastern[ ]Europe|Western[ ]Europe(?:[ ]and[ ](?:the[ ])?others?)?|"
    r"Latin[ ]America(?:[ ](?:and|&)[ ](?:the[ ])?Caribbean)?|"
    r"African|Asian|Asia(?:[ -]|[ ]and[ ])Pacific|Eastern[ ]European|Western[ ]European(?:[ ]and[ ]others?)?|"
    r"Latin[ ]American(?:[ ]and[ ]Caribbean)?|WEOG|GRULAC|EEG|Observers?(?:[ ]States?)?|Non-members?|"
    r"Afrique|Asie(?:[ -](?:et[ ])?Pacifique)?|Océanie|Europe[ ](?:orientale|de[ ]l['’]Est"
    r"|occidentale(?:[ ]et[ ]autres[ ]"
    r"(?:États|pays|groupes))?)|Amérique[ ]latine(?:[ ]et[ ](?:les[ ])?Caraïbes)?|Moyen-Orient|Amérique[ ]du[ ]Nord|"
    r"África|Asia(?:[ ]y[ ](?:el[ ])?|-)Pacífico|Oceanía|Europa(?:[ ](?:oriental"
    r"|occidental(?:[ ]y[ ]otros[ ](?:Estados|países))?))?|"
    r"América[ ]Latina(?:[ ]y[ ](?:el[ ])?Caribe)?|Oriente[ ]Medio|América[ ]del[ ]Norte"
)
_GROUP = r"(?:[ ](?:States|Group(?:[ ]of[ ](?:States|countries))?|countries|region))?"
_LABEL = re.compile(
    rf"(?P<stop>\A\s*|[.;]?[ \t]*\n\s*|[.;][ \t]+|(?<=[:\t])[ \t]*|(?<=\bby)[ \t]+)(?P<label>(?:[-–•*]"
    rf"|[IVX]{{1,4}}\.|\(?\w[.)])?[ \t]*(?:(?:Groupe?|Grupo)[ ]\w+[ ]?)?(?P<name>{_NAMES}){_GROUP}"
    rf"[ \t]*(?:[\[(]\d{{1,3}}(?:[ ]\w+)?[\])])?[ \t]*(?::|[-–][ ]|(?=[\n\t]|\Z)))",
    re.IGNORECASE,
)
_PART_OF_A_NAME = re.compile(r"\b(?:South|of|the|and|du|de|del|y|et|in)\s*\Z", re.IGNORECASE)


def blank_regions(text: str) -> str:
    """The text with such labels blanked out, letter for letter, and full stops before them made into commas. Only where
    there are two at least: one alone may be a word of a title."""
    labels = [m for m in _LABEL.finditer(text) if not _goes_on(text, m)]
    if len({m["name"].lower() for m in labels}) < 2:
        return text
    parts, at = [], 0
    for match in labels:
        parts += [text[at : match.start()], re.sub(r"[.;]", ",", match["stop"]), re.sub(r"\S", " ", match["label"])]
        at = match.end()
    return "".join([*parts, text[at:]])


def _goes_on(text: str, match: re.Match[str]) -> bool:
    """Whether the label is the end of a name or sentence that began on the line before: "South / Africa: draft"."""
    before = text[max(0, match.start() - 12) : match.start()]
    return not match["stop"].strip() and bool(_PART_OF_A_NAME.search(before))
