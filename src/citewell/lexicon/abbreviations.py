"""Words whose full stop may be no end of a sentence, and words that begin one: what health prose uses.

All are in lower case; the short forms have their dot. Those that name no language are English.
"""

from __future__ import annotations

from typing import Final

# Hardly ever the last word of a sentence.
INSIDE: Final = frozenset("approx. ca. cf. e.g. esp. i.e. incl. resp. vit. vits. viz. vs.".split())
# The same in other languages; of a short form in several parts, each part that something must follow.
INSIDE_OF: Final = {
    language: frozenset(words.split())
    for language, words in {
        "cs": "cca. doc. ing. např. popř. resp. tj. tzn. tzv. mudr. phdr. rndr. zvl.",
        "da": "bl.a. dvs. evt. f.eks. fx. inkl. jf. pga. vedr.",
        "de": "bzw. d.h. dipl. evtl. ggf. inkl. med. priv. sog. univ. v.a. vgl. z.b.",
        "es": "dra. dras. dres. ee. ej. excl. lic. sr. sra. srta.",
        "fr": "c.-à-d. cf. mme. p.ex.",
        "hu": "ill. pl. ún. vö.",
        "it": "dott. dott.ssa. es. prof.ssa. sig. sig.ra.",
        "nb": "bl.a. dvs. evt. f.eks. jf. pga.",
        "nl": "bijv. d.w.z. dr. drs. incl. m.b.t. m.n. mevr. o.a. prof. t.o.v.",
        "pl": "hab. inż. lek. m.in. med. mgr. np. prof. św. tj. tzn. tzw. ul. zob.",
        "pt": "dra. dr.ª. ex. sr. sra.",
        "ru": "акад. напр. проф. т.е.",
        "sk": "cca. doc. ing. mudr. napr. resp. tj. tzn. tzv.",
        "sv": "bl.a. d.v.s. dvs. ev. jfr. s.k. t.ex.",
        "tr": "bkz. doç. ör. örn. prof. yrd.",
    }.items()
}
# The same with a capital letter: "Ms. Brown", but not "20 ms. Rest".
TITLES: Final = frozenset("dr. drs. mr. mrs. ms. prof. rev. st.".split())
# The same before a figure ("Fig. 2"); before a capital letter only a reader can tell ("Eat dates and figs. Rest.").
BEFORE_FIGURES: Final = frozenset(
    """al. apr. aug. ch. chap. dec. ed. eds. eq. ext. feb. fig. figs. fri. jan. jul. jun. mar. max. min. mon. no.
    nos. nov. nr. oct. p. para. pp. ref. refs. sec. sect. sep. sept. tab. tel. temp. thu. thurs. tue. tues. vol. vols.
    wed. avr. déc. dez. janv. juil. mrz. okt.""".split()
)
# In other languages: "S. 34", "ok. 500 mg", "s. XX".
BEFORE_FIGURES_OF: Final = {
    language: frozenset(words.split())
    for language, words in {
        "cs": "č. čl. obr. str. s. tab. tel.",
        "da": "ca. fig. kap. nr. s. tab. tlf.",
        "de": "abb. abs. art. bd. ca. kap. nr. rn. s. tab. tel. ziff.",
        "es": "aprox. art. cap. fig. máx. mín. núm. p. pág. págs. pp. s. tel.",
        "fr": "art. chap. env. fig. max. min. p. pp. tab. tél.",
        "it": "art. ca. cap. fig. n. p. pag. pagg. pp. sec. tab. tel.",
        "nb": "ca. fig. kap. nr. s. tab. tlf.",
        "nl": "afb. art. blz. ca. fig. nr. p. tab. tel.",
        "pl": "art. maks. min. nr. ok. poz. rys. ryc. s. str. tab. tel.",
        "pt": "aprox. art. cap. fig. máx. mín. núm. p. pág. págs. pp. séc. tab. tel.",
        "ru": "гл. ок. рис. с. см. стр. табл. тел.",
        "sk": "č. čl. obr. s. str. tab. tel.",
        "sv": "ca. fig. kap. nr. s. tab. tel.",
        "uk": "бл. гл. рис. с. стор. табл. тел.",
    }.items()
}
# Units, after a figure: they seldom have a dot of their own, so it ends the sentence; "5 min." and "2 wk." may have.
UNITS: Final = frozenset(
    "cm. dl. ft. g. hrs. kg. km. l. lb. lbs. m. mcg. mg. mg/dl. mins. ml. mm. mmhg. mmol/l. mths. nm. oz. wks. yrs."
    " µg. μg.".split()
)
# May end a sentence or be inside one; before a capital letter or a figure only a reader can tell.
EITHER: Final = (
    BEFORE_FIGURES
    | UNITS
    | frozenset(
        """abd. avg. cap. caps. dept. etc. h. hosp. hr. inc. inj. ltd. mech. mth. neg. op. pos. pt. pts. tabs. univ. wk.
    yr.""".split()
    )
)
# What a single letter may name: "vitamin C." is a word at the end of its sentence, "J." in "J. Smith" is not.
NAMED_BY_A_LETTER: Final = frozenset(
    """appendix arm box category class criterion dose factor figure grade group hepatitis influenza level option
    panel part phase plan schedule stage step strain table type types vitamin vitamins""".split()
)
# Countries and unions that give a body its name: "the U.S. Surgeon General".
COUNTRIES: Final = frozenset("e.u. u.k. u.n. u.s. u.s.a.".split())
# After these, with or without "the", a country is a place, and a sentence may end with it.
BEFORE_PLACES: Final = frozenset(
    "across around enter entire for from in inside into leave left like near of outside over than throughout to within"
    " visit whole".split()
)
# What comes before the initials of a person.
BEFORE_INITIALS: Final = frozenset(
    "by dame doctor dr dr. miss mr mr. mrs mrs. ms ms. nurse prof prof. professor sir д-р проф.".split()
)
# Words that begin sentences and, with a capital letter, no names: after a dot in doubt they decide. "May" and "Will"
# are missing on purpose.
BEGINNINGS: Final = frozenset(
    """a about after all also although always among an and another any are as ask at avoid because before between
    both but by call can check contact could did do does drink during each eat even every few for from get give go
    had has have he her here his how however if in into is it its keep less make many more most need never no
    nobody none not of often on once one only or other others our over rest see seek she should show since so some
    sometimes speak start stop such take talk tell than that the their then there these they this those though
    three to try two under unless until use usually wait was watch we were what when where which while who why
    with without would write yet you your""".split()
)
# Words after which no sentence ends.
UNFINISHED: Final = frozenset(
    """a an and are as at be because been being between but by called dr during every for from his if in into is
    its mr mrs ms my named nor of on or our per prof than the their to until very via was were when where
    whether which while who whose with without your""".split()
)
