"""What words are about: inflected forms, and plain and medical words for the same thing, have one meaning.

A meaning is the stem that its group is named by ("cancer" for "tumour" and "malignancies"). Words that only hold a
sentence together have none.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import Final

_LONGEST_STEM: Final = 6  # letters: what follows mostly bends a word ("accurate", "accuracy")
_SHORTEST_STEM: Final = 3
_ENDINGS: Final = (
    "ations ation ements ement ments ingly ment ness able ably ings ical ions ion ing ies ied est ed es ly er s y e"
).split()

_GROUPS: Final = """
    people: person persons patient patients participant participants individual individuals adult adults child children
        kid kids man men woman women boy boys girl girls case cases readers attender attenders user users subject
        subjects
        population cohort-members infant infants teenager teenagers adolescent adolescents grown-up human humans
        inhabitants residents student students smoker smokers nonsmokers drinkers diabetics survivors athletes veterans
        prisoners carers nurses twins deaths births admissions
    study: studies trial trials rct rcts paper papers article articles review reviews cohort cohorts report reports
    group: groups cohort cohorts
    expert: experts specialist specialists
    pain: pains painful painless painlessly ache aches aching hurt hurts hurting sore soreness painfully
    cancer: cancers cancerous malignant malignancy malignancies tumour tumours tumor tumors carcinoma neoplasm
    neoplastic
        sarcoma sarcomas metastasis metastases metastatic oncology benign
    sarcoma: sarcomas sts
    fracture: fractures fractured broken break breaks
    lump: lumps mass masses swelling swellings bump bumps
    scan: scans scanned scanning imaging mri mris ct ultrasound x-ray xray x-rays radiograph radiographs radiography
    need: needs needed needing require requires required necessary unnecessary warrant warrants warranted needless
        unneeded
    treat: treatment treatments treated therapy therapies management managed manage
    serious: seriously severe severely grave dangerous harmless
    harm: harms harmful harmless benign
    disease: diseases illness illnesses disorder disorders pathology pathologies condition conditions
    leg: legs limb limbs extremity extremities
    belly: abdomen abdominal stomach tummy
    doctor: doctors gp gps physician physicians clinician clinicians
    symptom: symptoms sign signs asymptomatic symptomless symptomatic symptom-free
    operate: operation operations surgery surgical surgeon surgeons
    cause: causes caused causing reason reasons explain explained explains explanation unexplained
    find: finds found finding identify identified identifies identification detect detected detects detection diagnose
        diagnosed diagnosis seen
    offer: offers offered offering recommend recommended recommends advise advised advises advice use used uses using
        give given gives prescribe prescribed take taken takes
    change: changes changed alter alters altered affect affects affected
    improve: improves improved improvement better recover recovers recovery relief relieve relieves ease eases eased
    medicine: medicines drug drugs medication medications painkiller painkillers
    probable: probability chance chances likelihood odds risk risks likely
    raise: raises raised increase increases increased
    infect: infection infections infected infectious
    fever: fevers feverish
    walk: walking gait
    move: moves moved moving movement movements mobile immobile stay stays staying stationary
    spread: spreads spreading metastasise metastasize
    survive: survives survived survival live lives alive
    die: dies died death deaths dead mortality fatal
    prove: proves proved proof
    possible: possibly impossible able unable
    explain: explained explains explanation unexplained reason reasons
    intend: intended intentional intentionally unintentional unintended trying deliberate
    know: known knows unknown
    end: ended ends latest last
    heart: cardiac
    brain: cerebral
    kidney: kidneys renal
    liver: hepatic
    lung: lungs pulmonary
    skin: dermal cutaneous
    blood: haematological
    stroke: strokes
    sugar: glucose
    diabetes: diabetic diabetics
    pressure: hypertension
    nausea: sick sickness vomit vomiting
    tired: tiredness fatigue fatigued exhaustion
    weak: weakness weaker
    numb: numbness
    smoke: smoking smoker smokers smoked tobacco nonsmoker smokes
    drink: drinking alcohol
    pregnant: pregnancy pregnancies
    vaccine: vaccines vaccination vaccinated vaccinations jab jabs immunisation immunised unvaccinated
    safe: safely safety unsafe
    effective: effectively effectiveness efficacy works work working ineffective
    disc: discs disk disks
    back: backs spine spinal lumbar
    antibiotic: antibiotics
    steroid: steroids corticosteroid corticosteroids
    specific: specificity
    common: commonly uncommon prevalent prevalence frequent frequently
    clear: clearly unclear
    certain: uncertain certainty
    relate: related unrelated link linked associated association associate
    normal: normally abnormal
    usual: usually unusual
    stop: stops stopped stopping
    contagious: infectious
    bleed: bleeding haemorrhage
    clot: clots thrombosis
    child: children kids kid infants babies paediatric
    feature: features
    athlete: athletes
    veteran: veterans
    carer: carers
    prisoner: prisoners
    menopause: postmenopausal menopausal perimenopausal
    flag: flags warning warnings
    freeze: freezes froze frozen freezing
    refer: referred referral referrals sent send
    month: monthly trimester
    pregnant: trimester gestation gestational antenatal maternal
    heart: mi infarction myocardial coronary hf
    attack: attacks mi infarction
    stop: withdrawal withdraw withdrawn cessation discontinue discontinued discontinuation quit quitting
    smoke: varenicline quit
    nsaid: nsaids ibuprofen naproxen diclofenac
    paracetamol: acetaminophen
    survive: living lived live survival
    drink: fluid fluids
    eat: mouth
    adverse: side
    event: events effect effects
    recur: recurrence recurrences recurs recurred relapse relapses another returns
    urine: uti utis bladder urinary
    infect: uti utis cystitis
    breast: mammography mammogram mammograms mammographic
    scan: mammography mammogram mammograms
    famil: relative relatives brother sister father mother siblings parent parents
    staff: doctors nurses clinicians physicians
    hospital: ward wards inpatient inpatients hospitalised hospitalisation
    flu: influenza
    fracture: bones bone
    clot: vte dvt thromboembolism embolism
    pressure: bp systolic diastolic
    kidney: ckd nephropathy egfr nephrectomy
    lung: copd
    bowel: colorectal colon colonic
    stomach: gastric
    womb: uterine uterus endometrial
    oesophag: gullet
    rash: urticaria hives
    itch: itching pruritus
    breath: breathing breathless breathlessness dyspnoea respiratory
    dizz: dizziness dizzy vertigo
    hair: alopecia
    baby: neonatal newborn newborns neonate neonates infant infants baby babies foetal fetal foetus fetus
    birth: delivery deliveries postpartum births perinatal
    placebo: dummy
    sleep: insomnia apnoea
    comple: complete completely full fully incomplete
    spread: transmit transmitted transmission transmissible catch caught contagious
    heal: heals healed healing closure closes
    bone: bones hip hips osteoporosis
    liver: hepatotoxic hepatitis
    bowel: ibs crc
    cancer: crc malignancies
    cause: causal causes
    calcium: ccb
    channel: ccb
    block: ccb blocker blockers
    enlarg: swollen
    weight: overweight obesity obese bmi
    fit: seizure seizures epilepsy epileptic
    sight: vision visual eyesight
    bleed: haemorrhages haemorrhagic bleeds
    operat: keyhole laparoscopic laparoscopy
    """

_EMPTY: Final = frozenset(
    """a about above after again all almost also although always am among an and another any are as at be because been
    before being below between both but by can cannot could did do does doing done down during each either else even
    ever
    every few for from get gets getting got had has have having he her here him his how however i if in into is it its
    itself just least less like made make makes many may me might more most mostly much must my neither never no nor
    not now of off often on once one only onto or other others our out over own per perhaps quite rather said same say
    says seem seems she should since so some something sometimes soon still such than that the their them then there
    these they thing things this those though through to together too toward towards under unless until up upon us
    usually very was way we well went were what when where whether which while who whole whose why will with within
    without would yet you your none nobody nothing rarely seldom unlikely hardly barely little lack lacks absence absent
    missing fail fails failed failure don't doesn't didn't won't can't isn't aren't wasn't weren't shouldn't couldn't
    wouldn't haven't hasn't hadn't neither free avoid avoids instead alone come comes around nearly roughly
    approximately
    frequently commonly generally typically normally tend tends likely probably possible possibly""".split()
)


def _stem(word: str) -> str:
    plain = word.removesuffix("'s").replace("'", "")
    for ending in _ENDINGS:
        if plain.endswith(ending) and len(plain) - len(ending) >= _SHORTEST_STEM:
            plain = plain[: -len(ending)]
            break
    if len(plain) > _SHORTEST_STEM and plain[-1] == plain[-2]:
        plain = plain[:-1]
    return plain[:_LONGEST_STEM].rstrip("ie")


def _read_groups() -> dict[str, frozenset[str]]:
    groups: dict[str, set[str]] = {}
    name = ""
    for part in _GROUPS.split():
        if part.endswith(":"):
            name = part.removesuffix(":")
        groups.setdefault(part.removesuffix(":"), set()).add(name)
    return {word: frozenset(names) for word, names in groups.items()}


_MEANINGS: Final = _read_groups()


@lru_cache(maxsize=20_000)
def find_meanings(word: str) -> frozenset[str]:
    """The meanings of a word in small letters; none of one that only holds a sentence together."""
    if word in _EMPTY or not word[:1].isalpha() or (len(word) < _SHORTEST_STEM and not word.isupper()):
        return _MEANINGS.get(word, frozenset())
    return _MEANINGS.get(word) or frozenset({_stem(word)})


def collect_meanings(words: Iterable[str]) -> frozenset[str]:
    """The meanings of all of some words."""
    return frozenset().union(*map(find_meanings, words))


def is_people(meanings: frozenset[str]) -> bool:
    """Whether words are about people."""
    return "people" in meanings
