"""The formulas in which UN reports and press releases tell who tabled a draft, joined it or left it.

English, and French and Spanish as the United Nations itself translates: "se sont portés coauteurs du projet de
résolution", "se sumaron a los patrocinadores del proyecto de resolución"."""

import re


def _any(*forms: str) -> re.Pattern[str]:
    return re.compile("|".join(form.replace(" ?", r"\s*").replace(" ", r"\s+") for form in forms), re.IGNORECASE)


_SPONSORS = r"(?:co-?)?sponsors?(?:hip)?"
_AUTHORS = r"(?:pays )?(?:co-?)?(?:auteure?s?|autrices?|parrains?)"
_PATRONS = r"(?:co-?)?(?:patrocinador(?:es|as?)?|autor(?:es|as?)?)"
_SEE = r"(?:(?:par la suite|ensuite|également|ultérieurement|aussi|depuis|alors|en outre|de plus),? )*"
_VER = r"(?:(?:posteriormente|ulteriormente|también|luego|después|además|asimismo|más tarde),? )*"
_SE = rf"(?:\bs['’](?:est|étai(?:t|ent)|associe(?:nt)?)|\bse (?:sont|soient)) {_SEE}"
_DONE = r"(?:ó|o|aron|ieron|eron|aban?|ado|ido)"

JOINED = _any(
    r"\b(?:(?:have|had|also|subsequently|then|later) )*(?:"
    rf"(?:re-?)?joined (?:as|in (?:the )?(?:co-?)?sponsor(?:ing|ship)|(?:in )?the (?:list of )?{_SPONSORS}"
    rf"|as {_SPONSORS})"
    rf"|(?:became|become|wish(?:ed|es)? to (?:become|be (?:added|associated|listed|included) (?:as"
    rf"|among)(?: the)?)) (?:additional )?{_SPONSORS}|"
    rf"wish(?:ed|es)? to (?:join (?:in sponsoring|(?:in )?the (?:list of )?{_SPONSORS})|(?:co-?)?sponsor the draft)|"
    r"co-?sponsored the draft|"
    rf"(?:were|was|been) (?:also )?added (?:to the list of|as) {_SPONSORS})",
    rf"{_SE}(?:joint|associé|rallié|ajouté)e?s? {_SEE}(?:aux?|à la liste des) {_AUTHORS}",
    rf"{_SE}portée?s? {_SEE}{_AUTHORS}",
    rf"\b(?:est|sont|étai(?:t|ent)) {_SEE}devenue?s? {_AUTHORS}",
    rf"\b(?:a|ont|avai(?:t|ent)) {_SEE}été {_SEE}ajoutée?s? (?:aux|à la liste des) {_AUTHORS}",
    rf"\b(?:a|ont|avai(?:t|ent)) {_SEE}(?:co-?)?parrainé le projet",
    rf"\b(?:(?:a|ont|avai(?:t|ent)) )?(?:souhait|désir)\w+ {_SEE}(?:se joindre (?:aux|à la liste des)|se porter"
    rf"|devenir) {_AUTHORS}",
    rf"\b(?:se )?(?:ha(?:n|b[ií]an?)? )?(?:sum|un|agreg|adhir"
    rf"|incorpor)i?{_DONE} {_VER}a (?:la lista de )?(?:los )?{_PATRONS}",
    rf"\bse (?:ha(?:n|b[ií]an?)? )?convirti(?:ó|eron|do) {_VER}en {_PATRONS}",
    rf"\b(?:ha(?:n|b[ií]an?)? )?pas(?:ó|aron|ado) {_VER}a (?:ser|figurar (?:como|entre los)) {_PATRONS}",
    rf"\bfue(?:ron)? {_VER}(?:añadid|agregad|incluid)[oa]s? (?:a|en) la lista de {_PATRONS}",
    r"\b(?:(?:también|posteriormente) )*(?:ha(?:n|b[ií]an?)? )?(?:co-?)patrocin(?:ó|aron|ado) el proyecto",
    r"\b(?:también|posteriormente) (?:ha(?:n|b[ií]an?)? )?patrocin(?:ó|aron|ado) el proyecto",
    rf"\bdese(?:an?|aban?|ó|aron) {_VER}(?:sumarse|unirse|agregarse|adherirse) a (?:la lista de )?(?:los )?{_PATRONS}",
)
"""Who stands before it joined; or, with a colon or directly, who stands after it (`OBJECT`)."""

OBJECT = _any(
    r"(?: (?:of|to|for))? ?(?:it|the text|(?:the )?(?:same |revised )?draft(?: (?:resolution|decision|text))?)"
    r"|(?:,? (?:du (?:même )?|de ce )(?:projet|texte)(?: (?:de (?:résolution|décision)))?(?: révisé)?)"
    r"|(?:,? (?:del? (?:mismo )?|de ese )(?:proyecto|texto)(?: de (?:resolución|decisión))?(?: revisado)?)"
)
"""What was joined, behind the verb: "du projet de résolution"."""

ALSO_BY = _any(
    r"\b(?:was|is) (?:also|subsequently|further) (?:also )?(?:co-?)?sponsored by\b:?",
    r"\b(?:additional|new|further) (?:co-?)?sponsors\b[^:.,;]{0,60}? (?:were|are|include[sd]?)\b ?:?",
    r"\b(?:additional|new|further) (?:co-?)?sponsors(?: (?:were|are))? ?:",
    rf"\bjoining (?:in |as |the list of )*(?:the )?{_SPONSORS}\b[^:.,;]{{0,60}}? (?:were|was)\b ?:?",
    r"\bjoined by\b:?",
    r"\b(?:auxquels|auquel|auxquelles|à laquelle) se (?:sont|est) (?:ensuite |ultérieurement )?(?:joint|associ"
    r"|ajout)\w+(?: par la suite)?",
    r"\ba (?:los|las) que se (?:sum|un)(?:ó|aron|ió|ieron)(?: posteriormente| después| más tarde)?",
    r"\b(?:les )?(?:nouveaux|autres) coauteurs (?:sont|étaient)\b ?:?"
    r"|\b(?:los )?nuevos (?:co)?patrocinadores (?:son|eran)\b ?:?",
)
"""Who stands after it joined."""

AS_DID = _any(r"[^:.,;]{0,60},? (?:as (?:did|had|were)|de même que|al igual que) ")
"""Those who follow did what those before the verb did: "joined in sponsoring it, as did …"."""

_NOT_THE_TEXT = (
    r"(?! (?:the |its |their |that |this )?(?:oral |proposed |revised )*(?:draft|text|proposal|amendment|motion"
    r"|request|"
    r"resolution|paragraph|sub-amendment))"
)
WITHDREW = _any(
    rf"\b(?:(?:(?:had|have|has|subsequently|also|then|later) )*withdrew|(?:had|have|has"
    rf"|having)(?: (?:subsequently|also|since|"
    rf"then|later))* withdrawn)(?: (?:from|as|its|their))?\b{_NOT_THE_TEXT}",
    rf"\b(?:(?:have|had) )?(?:were|was|been) (?:removed|withdrawn) from\b|\b(?:was"
    rf"|were) no longer (?:an? )?{_SPONSORS}\b",
    rf"\bceased to (?:be|act as) {_SPONSORS}\b",
    rf"{_SE}(?:retir|désist)ée?s?\b(?! (?:le|les|ce|cette|l['’]|du vote))(?: de la liste| du nombre)?",
    rf"\b(?:a|ont|avai(?:t|ent)) {_SEE}retiré {_SEE}(?:son|sa|leurs?) (?:noms?|(?:co-?)?parrainages?|appui|qualité)",
    rf"\b(?:a|ont|avai(?:t|ent)) (?:cessé|renoncé) (?:d['’]être|à être|à se porter|de figurer parmi les"
    rf"|à figurer parmi les) {_AUTHORS}",
    rf"\b(?:n['’](?:est|étai(?:t|ent))|ne (?:sont|figurai(?:t|ent))) plus (?:au nombre des |parmi les )?{_AUTHORS}",
    rf"\bse (?:ha(?:n|b[ií]an?)? )?retir(?:ó|aron|ado)\b(?: {_VER}(?:de la lista|del grupo))?(?: (?:de"
    rf"|como) (?:los )?{_PATRONS})?",
    rf"\b(?:ha(?:n|b[ií]an?)? )?retir(?:ó|aron|ado) {_VER}sus? (?:nombres?|(?:co-?)?patrocinio|apoyo)",
    rf"\bdej(?:ó|aron) de (?:ser|figurar (?:como|entre los)|(?:co-?)?patrocinar)(?: {_PATRONS})?",
    rf"\bya no (?:eran?|es|son|figura(?:ba)?n? (?:como|entre los)|patrocina(?:ba)?n?)(?: {_PATRONS})?",
)
SUBMITTED = _any(
    r"\b(?:submitted|sponsored) (?:in the \w+ )?(?:jointly )?by\b ?:?",
    r"\b(?:présenté|déposé|parrainé|soumis|proposé)e?s? (?:conjointement )?par\b(?: les pays (?:suivants"
    r"|ci-après))? ?:?",
    r"\b(?:ayant|a(?:vait)?|qui avait) pour (?:auteurs?|parrains?)\b(?: les pays (?:suivants|ci-après))? ?:?",
    r"\bdont (?:les?|l['’]) ?auteurs? (?:est|sont|étai(?:t|ent))\b(?: les pays (?:suivants|ci-après))? ?:?",
    r"\b(?:presentad|patrocinad|propuest)[oa]s? (?:conjuntamente )?por\b(?: los (?:siguientes países"
    r"|países siguientes))? ?:?",
    r"\bcuy[oa]s? (?:autor|patrocinador)(?:es|as?)? (?:es|son|eran?)\b(?: los (?:siguientes países"
    r"|países siguientes))? ?:?",
)
COSPONSORED = _any(
    r",? (?:and )?(?:was )?co-?sponsored by\b ?:?",
    r",? ?(?:et )?(?:(?:co-?parrainé|coprésenté)e?s? par|(?:avait |ayant )?(?:pour|comme) co-?auteure?s?"
    r"|dont les co-?auteurs "
    r"(?:sont|étaient))\b(?: les pays (?:suivants|ci-après))? ?:?",
    r",? ?(?:y )?(?:co-?patrocinad[oa]s? por|cuyos co-?(?:autores|patrocinadores) (?:son"
    r"|eran))\b(?: los (?:siguientes países|"
    r"países siguientes))? ?:?",
)
INTRODUCED = re.compile(
    r"\bthe\s+(?:representative|observer|delegation)s?\s+(?:of|for)\s+(?P<who>.{3,200}?)"
    r"(?:,?\s+(?:also\s+)?on\s+behalf\s+of\s+(?P<list>.+?))?,?\s+(?:orally\s+)?introduced\b|"
    r"\b(?:l[ea]s?\s+(?:représentante?s?|délégations?)|l['’]observat(?:eur|rice))\s+(?P<who_fr>(?:de|du"
    r"|d['’]).{3,200}?)"
    r"(?:,?\s+(?:également\s+)?au\s+nom\s+(?P<list_fr>d.+?))?,?\s+(?:a|ont)\s+(?:également\s+)?(?:présenté|déposé)\b|"
    r"\b(?:el|las?|los)\s+(?:representantes?|delegaci(?:ón|ones)|observador(?:a|es)?)\s+(?P<who_es>del?\s.{3,200}?)"
    r"(?:,?\s+(?:también\s+)?en\s+(?:nombre|representación)\s+(?P<list_es>de.+?))?,?\s+present(?:ó|aron)\b",
    re.IGNORECASE | re.DOTALL,
)
FOR_WHOM = re.compile(
    r",?\s+(?:also\s+|également\s+|aussi\s+|también\s+)?(?:on\s+behalf\s+of|au\s+nom(?:\s+(?:aussi"
    r"|également))?(?=\s+d)|"
    r"en\s+(?:nombre|representación)(?:\s+también)?(?=\s+de))\s+(?P<list>.+?)"
    r"(?=,?\s+(?:(?:a|the|this|un|le|el)\s+)?(?:revised\s+)?(?:draft|text|projet|proyecto)\b|"
    r",?\s+(?:entitled|intitulé|titulado)\b|\Z)",
    re.IGNORECASE | re.DOTALL,
)
SAID_THAT = _any(
    r"\b(?:announced|stated|said|informed the \w+|indicated|reported|noted|declared) that ",
    r"\b(?:annoncé|déclaré|dit|indiqué|signalé|précisé|fait savoir|informé la \w+)(?: à la \w+)? qu(?:e |['’] ?)",
    r"\b(?:anunció|declaró|dijo|indicó|señaló|comunicó|informó)(?: (?:a )?la \w+)?(?: de)? que ",
)
OWN = _any(
    r"\s*(?:his|her|its|their|the) (?:own )?(?:delegations?|countr(?:y|ies)|Governments?|States?)\b",
    r"\s*(?:sa délégation|leurs délégations|son (?:pays|Gouvernement))\b|\s*sus? (?:delegaci(?:ón|ones)"
    r"|país(?:es)?|Gobiernos?)\b",
)
SPEAKER = re.compile(
    r"\b(?:the\s+(?:representative|observer|delegation)s?\s+(?:of|for)|l[ea]s?\s+(?:représentante?s?"
    r"|délégations?)(?=\s+d)|"
    r"(?:el|las?|los)\s+(?:representantes?|delegaci(?:ón|ones))(?=\s+de))\s+(?P<who>.+?)"
    r"(?:\s+(?:a|ont|avai(?:t|ent)|ha|han|había))?\s*$",
    re.IGNORECASE | re.DOTALL,
)
SPONSORS_OF = _any(
    r"\b(?:the )?sponsors of (?:the )?draft (?:resolution|decision)\b",
    r"\b(?:les )?auteurs du projet de (?:résolution|décision)\b"
    r"|\b(?:los )?patrocinadores del proyecto de (?:resolución|decisión)\b",
)
OF_SPONSORS = _any(r"\b(?:co-?)?sponsor\w*|\b(?:co-?)?auteurs\b|\bparrain\w+|\b(?:co-?)?patrocin\w+")
"""Any word on sponsors, for telling that a sentence speaks of them."""

THE_FOLLOWING = _any(
    r"\W*(?:the )?following (?:Member )?(?:States|countries|delegations)\W*",
    r"\W*(?:les )?(?:pays|délégations?|États(?: Membres)?) (?:suivante?s|ci-après)\W*",
    r"\W*(?:los|las)? ?(?:siguientes (?:países|delegaciones|Estados(?: Miembros)?)|(?:países|delegaciones"
    r"|Estados) siguientes)\W*",
)
"""Words that stand for names that come later."""

INTRO = re.compile(
    r"^\W*(?:(?:\d+\.\s+)|(?:also|later|subsequently|thereafter|further|furthermore|in addition|then)\b,?\s*|"
    r"(?:(?:also\s+)?at|on|before|during|following|after|prior to|in the course of)\s+"
    r"(?:the|its|their|that|this)?\s*(?:same|\d+(?:st|nd|rd|th)|adoption|action|meeting|resumed)?"
    r"[^,]{0,90}?(?:meeting|adoption|\d{4}|draft\s+resolution|\d+\s+[A-Z][a-z]+)(?:\s+of\s+the\s+draft\s+resolution)?"
    r"(?:\s+(?:was|were|had\s+been)\s+(?:adopted|put\s+to\s+the\s+vote|considered|introduced))?,\s*|"
    r"on\s+\d{1,2}\s+[A-Z][a-z]+(?:\s+\d{4})?,\s*|"
    # French and Spanish
    r"(?:(?:par\s+la\s+suite|ultérieurement|ensuite|également|en\s+outre|de\s+plus|posteriormente|ulteriormente|"
    r"también|además|asimismo|luego|después)\b,?\s+|"
    r"(?:(?:également|toujours)\s+)?(?:à|lors\s+de|avant|après)\s+(?:la|sa|cette|l['’])\s*[^,]{0,60}?(?:séance"
    r"|adoption)"
    r"(?:\s+du\s+projet(?:\s+de\s+résolution)?)?,\s*|"
    r"(?:también\s+)?(?:en|antes\s+de|tras|después\s+de)\s+(?:la|su|esa|que\s+se)\s+[^,]{0,60}?"
    r"(?:sesión|aprobación|aprobara)(?:\s+(?:d?el)\s+proyecto(?:\s+de\s+resolución)?)?,\s*)"
    r"(?:(?:tenue\s+)?(?:le|celebrada\s+el)\s+\d[^,]{0,30},\s*)?|"
    r"(?:des?\s+)?(?:los\s+|les\s+|por\s+los\s+)?(?:(?:pays|délégations?|États(?:\s+Membres)?)\s+(?:suivants"
    r"|suivantes|ci-après)|"
    r"(?:países|delegaciones|Estados(?:\s+Miembros)?)\s+siguientes|siguientes\s+(?:países|delegaciones"
    r"|Estados(?:\s+Miembros)?))"
    r"\s*:\s*|"
    r"(?:les?|la)\s+(?:représentante?s?|délégations?)\s+(?=d)|(?:el|las?|los)\s+(?:representantes?"
    r"|delegaci(?:ón|ones))\s+(?=de)|"
    r"(?:the\s+)?(?:representatives?|delegations?|observers?)\s+(?:of|for)\s+|"
    r"(?:by\s+)?(?:the\s+)?(?:following|above-mentioned)?\s*(?:additional\s+)?(?:Member\s+)?"
    r"(?:States|countries|delegations|sponsors|co-?sponsors)\b[^:,]{0,60}:\s*|"
    r"(?:the\s+following\s+)?(?:Member\s+)?(?:States|countries)\s+(?=[A-Z]))",
    re.IGNORECASE,
)
"""Words that lead to names: "Subsequently, …", "At the same meeting, the representatives of …"."""

REST = re.compile(
    r"(?:(?<=\s)|(?<=,))(?:also|subsequently|have|had|has|then|later|ensuite|également|ultérieurement|par\s+la\s+suite|"
    r"ont|avaient|aussi|también|posteriormente|luego|después|han|habían)\s*$",
    re.IGNORECASE,
)
"""What is left of a verb behind the names."""
