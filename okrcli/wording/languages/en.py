"""English words: verbs by what they say about a title, and the words that say too little."""

from typing import Final

from okrcli.wording.languages.en_forms import FORMS
from okrcli.wording.languages.lexicon import (
    Sense,
    Vocabulary,
    by_first_word,
    by_word,
    conjugate,
    directions,
    verb_phrases,
)

VERBS: Final = {
    Sense("change", "increase", speeds=True): "accelerate quicken speed",
    Sense("change", "increase"): (
        "increase grow lift  extend prolong lengthen heighten  augment amplify rise"
    ),
    Sense("change", "increase", 1): "multiply",
    Sense("change", "increase", 2): "double",
    Sense("change", "increase", 3): "triple treble",
    Sense("change", "increase", 4): "quadruple",
    Sense("change", "decrease"): (
        "decrease reduce cut lower shrink drop shorten decline diminish lessen slash trim curb"
        " lose shave compress decelerate eliminate slow halt eradicate fall"
    ),
    Sense("change", "decrease", 2): "halve",
    Sense("reach"): (
        "reach achieve attain get hit gain close generate win earn secure obtain acquire land"
        " book sign convert score receive collect sell ensure guarantee accomplish meet realize"
        " realise attract capture save recover pass gather net amass accumulate garner see"
        " fulfill fulfil rank climb qualify source monetize upsell assure recoup procure"
    ),
    Sense("reach", "increase"): "exceed surpass beat outperform overachieve overperform",
    Sense("keep"): (
        "maintain keep sustain continue retain stay remain hold preserve uphold limit cap restrict"
    ),
    Sense("vague"): (
        "optimize optimise foster support refine polish better revitalize reinforce solidify"
        " consolidate inspire delight please satisfy wow impress focus work try do think leverage"
        " modernize modernise simplify stabilize stabilise perfect excel engage unlock unleash"
        " embrace prioritize prioritise evolve transform reimagine rethink dominate position"
        " differentiate mature balance handle care streamline nurture cultivate promote encourage"
        " empower enable advance emphasize energize facilitate tighten aim strive aspire"
        " rationalize harmonize champion revolutionize love own professionalize collaborate lead"
        " innovate contribute influence respect succeed"
    ),
    Sense("vague", "increase"): (
        "improve enhance boost strengthen maximize maximise elevate expand broaden deepen widen"
        " scale intensify enrich ramp step bolster"
    ),
    Sense("vague", "decrease"): "minimize minimise mitigate alleviate",
    Sense("drive"): "drive bring push fuel power",
    Sense("raise", "increase"): "raise",
    Sense("make"): "make",
    Sense("state"): "become",
    Sense("have"): "have be",
    Sense("shift"): "move shift take go change transition migrate transfer adjust turn",
    Sense("task"): (
        "deliver avoid invest launch ship release deploy build create implement develop design"
        " write complete analyze analyse help participate hire recruit run conduct perform"
        " execute host organize organise plan prepare publish produce record film draft document"
        " define determine identify establish set start begin initiate introduce install"
        " integrate onboard train teach coach mentor educate certify audit review assess evaluate"
        " measure track monitor report present share send email call contact interview survey ask"
        " test validate verify prototype pilot experiment explore investigate research study"
        " learn understand read attend visit join enter open file submit apply approve schedule"
        " arrange automate refactor rewrite redesign rebrand rebuild replace remove delete"
        " deprecate retire archive clean fix repair resolve solve patch debug upgrade update"
        " refresh revamp overhaul redo renew renegotiate negotiate agree finalize finalise finish"
        " conclude distribute rollout configure provision setup connect link merge split decouple"
        " add include standardize standardise centralize centralise codify formalize formalise"
        " map model calculate compute estimate forecast budget buy purchase order rent renovate"
        " construct assemble manufacture import export translate localize localise"
        " internationalize index catalog catalogue label tag classify categorize triage answer"
        " respond reply address tackle follow assign delegate allocate appoint nominate reward"
        " recognize recognise celebrate communicate announce advertise market brand blog tweet"
        " post outreach pitch demo showcase speak network partner co-create sponsor fund donate"
        " volunteer enroll enrol register subscribe cancel shut kill sunset stop quit switch"
        " rotate encrypt harden scan pen-test penetrate back backup restore rehearse simulate"
        " benchmark profile instrument log trace alert page staff restructure reorganize"
        " reorganise rename relocate relaunch restart resume rerun reinvent revise rework rescope"
        " scope spec specify outline sketch storyboard wireframe mock code program script commit"
        " devote dedicate spend give offer provide supply equip furnish serve cook bake walk swim"
        " jog exercise practice practise meditate sleep eat drink memorize play watch listen"
        " travel find discover uncover choose select pick decide shortlist screen sort filter"
        " clarify explain describe demonstrate prove show display expose embed incorporate adopt"
        " adapt customize customise personalize personalise tailor modify digitize digitise"
        " digitalize modularize containerize productionize operationalize socialize gamify unify"
        " reconcile collate compile aggregate synthesize summarize summarise observe inspect"
        " check examine diagnose detect prevent protect guard defend enforce comply align"
        " coordinate moderate chair manage supervise oversee administer operate process vote"
        " elect form found convene invite welcome talk discuss brainstorm ideate hack invent"
        " patent license sublicense trademark divest spin spinout dogfood beta-test ab-test"
        " split-test crawl scrape ingest load populate seed backfill cleanse deduplicate dedupe"
        " normalize normalise purge prune groom pay invoice bill settle repay refinance restock"
        " stock pack package repack recycle reuse compost plant harvest upload download sync"
        " synchronize stream broadcast issue accredit outsource insource offshore onshore"
        " transcribe annotate curate edit proofread reorder sanitize decommission dismantle"
        " retrain reskill upskill cross-train shadow assist commercialize productize sample"
        " activate deactivate unblock unsubscribe whitelist blacklist sweep tidy declutter"
    ),
}
_PHRASES: Final = {
    Sense("change", "increase", speeds=True): "speed up",
    Sense("change", "increase"): "scale up|ramp up|step up|go up|build up|make grow",
    Sense("change", "decrease"): (
        "cut down|bring down|drive down|get rid of|burn down|slow down|cut back|pull down"
        "|get down|take down|push down|keep down|wind down|pay down|pay off"
    ),
    Sense("reach"): (
        "get to|make sure|arrive at|close out|break even|sign up|raise money|achieve at least"
        "|come in|go live with|bring in|pull in|bring on"
    ),
    Sense("keep"): (
        "not exceed|do not exceed|don't exceed|never exceed|keep up|hold steady|avoid exceeding"
    ),
    Sense("task"): (
        "set up|carry out|roll out|rolled out|rolling out|reach out|stand up|put in place"
        "|take part|follow up|sign off|kick off|put together|bring online|bring back|make a"
        "|make an|make use|get certified|get trained|clean up|write up|work with|keep track"
        "|move to|migrate to|scale out|meet with|meet weekly|hold a|hold an|hold monthly"
        "|hold weekly|hold quarterly|close the books|turn on|turn off|turn into|phase out"
        "|meet each|meet every|build out|spin up|get feedback|get buy-in|take over|start to"
        "|run a|post a|scale back"
    ),
    Sense("vague"): (
        "double down|"
        "do more|do better|get better|work on|work better|work harder|work closely|grow as"
        "|focus on|make better|be more|be better|become a better|become better|become more"
        "|take care|make progress|make it|make our|make the|make customers|make users|look into"
        "|think about|try to|stay on top|raise awareness|raise the bar|help to improve"
        "|deliver better|deliver great|deliver a great|deliver an amazing|deliver excellent"
        "|provide better|provide great|provide excellent|provide outstanding|provide high"
        "|provide quality|deliver high|deliver quality|deliver exceptional|deliver outstanding"
        "|deliver superior|deliver seamless|deliver world-class|deliver the best"
        "|provide exceptional|provide the best|offer better|offer great|offer excellent"
        "|give better|set up for success"
    ),
    Sense("shift"): "go from",
}
_NOUNS: Final = {
    Sense("change", "increase"): (
        "increase growth rise gain uplift lift improvement expansion boost jump acceleration"
        " surge uptick more higher faster greater larger longer extra up better bigger increased"
    ),
    Sense("change", "decrease"): (
        "decrease reduction decline drop cut fall saving savings shrinkage fewer less lower"
        " slower shorter smaller cheaper down reduced worse"
    ),
}
_WEASELS: Final = (
    "or so|soon|in the near future|synergy|synergies|paradigm shift|delightful|frictionless|"
    "about|around|nearly|almost|circa|ideally|"
    "several|some|many|better|faster|adequate|adequately|as appropriate|as needed|if possible"
    "|where possible|as soon as possible|as quickly as possible|as fast as possible"
    "|as early as possible|at the earliest"
    "|in due course|asap|robust|seamless|seamlessly|etc|and so on|a lot of"
    "|lots of|a few|various|numerous|significant|significantly|substantially|approximately"
    "|roughly|user-friendly|state of the art|state-of-the-art|best-in-class|best in class"
    "|world-class|world class|high-quality|high quality|optimal|timely|as much as possible"
    "|sufficient|sufficiently|reasonable|reasonably|quickly|easily|efficiently|effectively"
    "|appropriate|more or less|next-level|next level"
)
_PLACEHOLDERS: Final = (
    "tbd|tbc|tba|todo|to be defined|to be decided|to be determined|to be confirmed"
)
_VANITIES: Final = (
    "followers|page views|pageviews|visits|visitors|likes|downloads|impressions|emails sent"
    "|calls answered|calls made|views|clicks|hits|shares|subscribers|tweets|mentions"
)


_BY_NOUN: Final = by_word(_NOUNS)

VOCABULARY: Final = Vocabulary(
    verbs=conjugate(VERBS, FORMS),
    phrases=verb_phrases(by_word(_PHRASES, "|")),
    nouns=_BY_NOUN,
    changes=directions(_BY_NOUN),
    weasels=by_first_word(_WEASELS.split("|")),
    placeholders=by_first_word(_PLACEHOLDERS.split("|")),
    vanities=by_first_word(_VANITIES.split("|")),
)
