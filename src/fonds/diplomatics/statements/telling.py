"""What the words of a sentence tell of how it is told: its predicate, its tense, whether a quotation stays open."""

from __future__ import annotations

import re
from functools import cache

from fonds.diplomatics.statements.attitudes import attitude_of
from fonds.diplomatics.statements.cue import UNNAMED, Cue
from fonds.diplomatics.statements.lexicon import lexicon
from fonds.diplomatics.statements.quotations import Quotations
from fonds.diplomatics.statements.tree import FINITE, SUBJECTS, Tree, Word
from fonds.diplomatics.statements.words import plain, words_of
from fonds.record import Attitude, Record, Text

_REPORTS = (
    "memorandum", "telegram", "minutes", "notes", "letter", "airgram", "despatch", "cable", "report", "editorial note",
    "message", "record", "conversation", "summary", "briefing",
)  # fmt: skip
"""Kinds of document that go on reporting what somebody said without saying so in each sentence."""
_RECORDS, _TALKS = ("|".join(sorted(words_of(kind))) for kind in ("records", "talks"))
_TALK = re.compile(rf"(?:{_RECORDS}) of (?:(?:a|the) )?(?:[\w-]+ )?(?:{_TALKS})", re.IGNORECASE)
_PRESENT = re.compile(
    r"^(?:those |also )?(?:present|participants|attendees)(?: at the (?:meeting|talks))?(?: were)?(?::|[ \t]*$)",
    re.IGNORECASE | re.MULTILINE,
)
_LEAST_TURNS, _WORDS_OF_TURN = 4, 100
"""Turns, and words for each of them, of a text that tells of a talk."""
_HEAD = 1_000
"""So many characters of a text may tell that it is one, where it stands behind another document."""
_ANALYSES = {"memorandum", "paper", "study", "report"}
"""Kinds of document that report speech at length only where the author tells of a talk that he had."""
_NOT_THEN = {"has", "have", "will", "shall", "'ve", "'ll", "’ve", "’ll"}
SPEECH: frozenset[Attitude] = frozenset({"say", "ask", "direct", "commit"})


def is_main(tree: Tree, subject: Word) -> bool:
    verb = tree[subject.head]
    return verb.dep in {"ROOT", "conj"} or verb.head == verb.at


def in_parenthesis(tree: Tree, word: Word) -> bool:
    before = [other.text for other in tree.words[: word.at]]
    return before.count("(") > before.count(")")


def is_past(tree: Tree, verb: Word) -> bool:
    auxiliaries = {aux.lower for aux in tree.children(verb, "aux")}
    return (verb.tag == "VBD" and not auxiliaries & {"had", "have", "has"}) or "did" in auxiliaries


def is_in_past(tree: Tree, cue: Cue) -> bool:
    """Whether a cue tells what was said then: not "will inform me", "has agreed"."""
    verb = tree[cue.words[0]] if cue.noun else tree[cue.head]
    while verb.dep in {"xcomp", "conj"} and not tree.is_finite(verb) and verb.head != verb.at:
        verb = tree[verb.head]
    return not any(aux.lower in _NOT_THEN for aux in tree.children(verb, "aux"))


def is_of_now(tree: Tree, verb: Word) -> bool:
    """Whether a verb is in the present, without "will" and "can"."""
    return verb.tag in {"VBP", "VBZ"} or any(aux.tag in {"VBP", "VBZ"} for aux in tree.children(verb, "aux"))


def is_authors_now(tree: Tree, cue: Cue) -> bool:
    """Whether a cue tells what "I" think or say now, which nobody else whose speech is reported can have said."""
    source = tree[cue.source] if cue.source is not None else None
    return source is not None and source.lower == "i" and not cue.noun and is_of_now(tree, tree[cue.head])


def is_top(tree: Tree, head: Word, root: Word | None) -> bool:
    """Whether a cue's word is the sentence's own predicate, or joined to it, or its complement; or stands before what
    the parser takes for the predicate: "He said it was late; that they must go"."""
    before = lexicon().lists["before verbs"] | lexicon().lists["before attempt"] | lexicon().lists["before given"]
    while root is not None and head.at != root.at:
        is_before = head.dep in {"ccomp", "parataxis"} and head.at < head.head and tree.child(head, "mark") is None
        if not is_before and head.dep not in {"conj", "xcomp", "acomp", "dobj", "attr"}:
            return False
        if head.dep == "xcomp" and lexicon().verb(tree[head.head].lower) not in before:
            return False
        head = tree[head.head]
    return True


def is_told(tree: Tree, verb: Word) -> bool:
    """Whether a verb is in the passive of the past: "was told"."""
    return any(aux.lower in {"was", "were", "been"} for aux in tree.children(verb, "auxpass"))


def opens_with(tree: Tree, cue: Cue) -> bool:
    """Whether a sentence opens with its cue, "He said …", whatever the parser takes for its predicate."""
    verb = tree[cue.head]
    first = tree[cue.words[0]]
    if cue.source is None and is_at_head(tree, cue) and first.tag in {"VBD", "VBZ"} and first.dep == "ROOT":
        return not tree.is_passive(first)  # "Hoped that they would come", "Also feels that they should go"
    if cue.source is None and not cue.noun and shares_lost_subject(tree, cue):
        return True
    tells = lexicon().verb(verb.lower) in lexicon().lists["telling verbs"]
    if not tells or verb.tag != "VBD" or verb.dep in {"relcl", "advcl", "acl", "pcomp"}:
        return False
    if cue.source is None:
        return opens_sentence(tree, cue)
    return cue.source < 6 and not any(word.tag in FINITE or word.text == "," for word in tree.words[: cue.head])


def is_at_head(tree: Tree, cue: Cue) -> bool:
    """Whether nothing but adverbs stands before a cue: "Also expressed hope that …"."""
    return all(word.dep == "advmod" for word in tree.words[: cue.words[0]])


def opens_sentence(tree: Tree, cue: Cue) -> bool:
    """Whether nothing but auxiliaries, adverbs and a phrase that opens the sentence stands before a cue."""
    first = tree[0]
    start = tree.right(first) + 1 if first.dep == "prep" and first.head >= cue.words[0] else 0
    if first.lower in lexicon().lists["telling asides"] and tree.lower(1) == ":":
        start = 2  # "Comment: Believe …"
    before = tree.words[start : cue.words[0]]
    return all(word.dep in {"aux", "neg", "advmod", "auxpass", "cc", "punct"} for word in before)


def shares_lost_subject(tree: Tree, cue: Cue) -> bool:
    """ "Gave their version and reiterated that …", "In claiming that …, said …": a verb of which the subject is that of
    a predicate without one at the head of a telegram's sentence."""
    root, head = tree.root(), tree[cue.head]
    if root is None or root.tag != "VBD" or tree.child(root, *SUBJECTS) is not None or tree.is_passive(root):
        return False
    above = tree.head(head)
    first = tree[0]
    is_listed = head.tag in {"VBD", "VBN"} and tree.lower(head.at - 1) in {",", ";", "and", "but"}
    is_list = is_listed and first.tag in {"VBD", "VBN"} and lexicon().verb(first.lower) not in {None, first.lower}
    if is_list and not any(word.dep in SUBJECTS and is_main(tree, word) for word in tree.words[: head.at]):
        return True
    is_within = head.dep == "pcomp" and head.tag == "VBG" and above is not None and above.at == 0 == tree.left(root)
    is_joined = head.dep == "conj" and head.tag == "VBD" and head.head == root.at == 0
    return (is_within and head.at < root.at) or is_joined


def opens_content(tree: Tree, cue: Cue) -> bool:
    """ "Said could not understand it": whether a verb with tense and no subject stands right after one of telling."""
    verb = tree[cue.head]
    auxiliaries = [word.at for word in tree.children(verb, "aux", "auxpass", "neg") if word.at < verb.at]
    first = min([verb.at, *auxiliaries])
    is_told = first > 0 and lexicon().verb(tree.lower(first - 1)) in lexicon().lists["telling prompted"]
    return is_told and not cue.noun and tree.is_finite(verb) and tree.child(verb, *SUBJECTS) is None


def is_authors_aside(tree: Tree, cue: Cue) -> bool:
    """ "Time most convenient here and strongly hope that …", "however, understand that …", "(presume he means it)":
    what who writes a telegram thinks or asks now, without "I", after a conjunction or mark."""
    verb = tree[cue.head]
    before = verb.at - 1
    while before > 0 and tree[before].tag == "RB":
        before -= 1
    is_plain = verb.tag in {"VBP", "VB"} and not tree.children(verb, "aux", *SUBJECTS)
    is_unspoken = lexicon().verb(verb.lower) in lexicon().lists["telling unspoken"]
    is_unspoken = is_unspoken and attitude_of(tree, cue) != "say"
    is_next = before > 0 and (tree[before].tag == "CC" or tree[before].text in {",", ";", "("})
    return not cue.noun and is_plain and is_unspoken and is_next


def is_speech(tree: Tree, cue: Cue) -> bool:
    """Whether a cue tells that somebody speaks: by what it says, or as "expressed the view that" does."""
    is_expressed = cue.noun and lexicon().verb(tree[cue.words[0]].lower) in lexicon().lists["light telling"]
    return cue.attitude in SPEECH or is_expressed


def speaks_like_a_person(tree: Tree, cue: Cue) -> bool:
    """Whether a verb says of its subject, whatever it is, what people do: "the warning says that …"."""
    words = lexicon()
    frames = {"clause", "quotation", "question", "infinitive", "order"}
    is_said = not cue.noun and cue.frame in frames and tree.is_finite(tree[cue.head])
    return is_said and words.verb(tree[cue.head].lower) in words.lists["telling speaking"]


def unnamed_owner(cue: Cue, lemma: str) -> str | None:
    """The source of a noun whose owner the text does not tell: "rumors that …"; None where it need have none."""
    is_somebodys = cue.frame == "clause" and lemma in lexicon().lists["people unowned"]
    return UNNAMED if is_somebodys else None


def is_circumstance(tree: Tree, cue: Cue | None) -> bool:
    """ "When I asked about it, Mr. Tor said …", "While the envoy rejected it, his offer stands": who speaks in a clause
    that tells when or why is not who goes on speaking."""
    verb = tree[cue.head] if cue is not None else None
    if verb is None or verb.dep != "advcl" or not tree.is_finite(verb):
        return False
    return tree.lower(tree.left(verb)) in lexicon().lists["openers circumstance"]


def is_told_to_reader(tree: Tree, verb: Word) -> bool:
    """ "You are requested to inform him", "Embassy is reminded that": what the author tells whom he writes to."""
    subject, auxiliary = tree.subject(verb), tree.child(verb, "auxpass")
    is_now = auxiliary.lower in {"are", "is", "'re"} if auxiliary is not None else tree.is_passive(verb)
    if subject is None or tree.children(subject, "det", "poss"):
        return False
    return is_now and plain(subject.text) in words_of("posts") | {"you"}


def is_authors_proposal(tree: Tree, verb: Word) -> bool:
    """ "It is proposed that they come": what a paper itself proposes or believes."""
    return _is_impersonal(tree, verb, "is") and lexicon().verb(verb.lower) in lexicon().lists["telling proposed"]


def is_felt_by_all(tree: Tree, verb: Word) -> bool:
    """ "It was hoped that they would come": what none of those who met is named for."""
    return _is_impersonal(tree, verb, "was") and lexicon().verb(verb.lower) in lexicon().lists["telling together"]


def _is_impersonal(tree: Tree, verb: Word, tense: str) -> bool:
    subject, auxiliary = tree.subject(verb), tree.child(verb, "auxpass")
    is_it = subject is not None and subject.lower == "it"
    return is_it and auxiliary is not None and auxiliary.lower == tense and not tree.children(verb, "aux")


def tight(content: str, start: int, end: int) -> tuple[int, int]:
    while start < end and content[start] in ' \n\t,;:.“"[—–':
        start += 1
    while end > start and content[end - 1] in ' \n\t,;:.”"—–?!':
        end -= 1
    closing = content.find("]", start, end)
    if content[start - 1 : start] == "[" and closing >= 0 and "[" not in content[start:closing]:
        start -= 1
    if content[end - 1 : end] == ")" and "(" not in content[start:end]:
        end -= 1
    if content[start:end].count("[") > content[start:end].count("]") and content[end : end + 1] == "]":
        end += 1
    return start, end


def is_open(content: str, start: int, end: int, *, already: bool) -> bool:
    """Whether a quotation is still open after a sentence."""
    tail = content[start : end + 1]
    opened, closed = tail.rfind("“"), tail.rfind("”")
    if opened < 0 and closed < 0:
        return already
    return opened > closed


def is_of_meeting(record: Record, text: Text) -> bool:
    """Whether a text records a talk: by its kind, or by telling at its head who was present."""
    is_of_kind = any(word in (record.kind or "") for word in ("conversation", "discussion", "minutes"))
    is_of_talk = record.kind in _ANALYSES and _tells_of_talk(text)
    return is_of_kind or is_of_talk or _PRESENT.search(text.content, 0, _HEAD) is not None


def is_report(record: Record, text: Text) -> bool:
    if _TALK.search(text.content, 0, _HEAD) or _PRESENT.search(text.content, 0, _HEAD):
        return True
    if record.kind in _ANALYSES and not _tells_of_author(text) and not _tells_of_talk(text):
        return False
    if record.kind is not None:
        return record.kind.startswith(_REPORTS) or any(word in record.kind for word in _REPORTS)
    if Quotations(text.content).are_many:
        return False
    return _tells_of_author(text)


def _tells_of_author(text: Text) -> bool:
    """Whether the author speaks of himself, outside of quotation marks."""
    unquoted = re.sub(r"“[^”]*”|\"[^\"]*\"", "", text.content)
    return re.search(r"\b(?:I|me|my)\b", unquoted) is not None


@cache
def _turn() -> re.Pattern[str]:
    """Somebody who spoke: "Mr. Tor said", "he then asked"."""
    told = "|".join(sorted(form.replace("_", " ") for form in lexicon().lists["telling turns"]))
    return re.compile(
        rf"\b(?:[A-Z][\w’'.-]+|[Hh]e|[Ss]he|[Tt]hey|who) (?:[a-z]+ly |also |then |had |further )?(?:{told})\b"
    )


def _tells_of_talk(text: Text) -> bool:
    """Whether a text tells again and again of somebody who spoke: "Mr. Tor said … He asked …"."""
    words = text.content.count(" ")
    turns = len(_turn().findall(text.content))
    return turns >= _LEAST_TURNS and turns * _WORDS_OF_TURN >= words


def is_press(record: Record, text: Text) -> bool:
    """Whether a text tells, as newspapers do, of people who speak: a document of no kind in which nobody says "I"."""
    return record.kind is None and not is_report(record, text)
