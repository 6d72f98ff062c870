"""Is this written as Vietnamese syllables are? By what may begin, carry and end one, not by a list of words."""

import re
import unicodedata

_TONES = re.compile("[\u0300\u0309\u0303\u0301\u0323]")
_ONSETS = "b|ch|c|d|đ|gh|gi|g|h|kh|k|l|m|ngh|ng|nh|n|ph|p|qu|r|s|th|tr|t|v|x"
# Each vowel or run of vowels with the endings that it takes; "-" for none.
_RIMES = (
    "a:- c ch i m n ng nh o p t u y;ă:c m n ng p t;â:c m n ng p t u y;e:- c m n ng o p t;ê:- ch m n nh p t u;"
    "i:- ch m n nh p t u a;iê:c m n ng p t u;o:- c i m n ng p t;oa:- c ch i m n ng nh o p t y;oă:c m n ng t;"
    "oe:- n o t;oo:c ng;ô:- c i m n ng p t;ơ:- i m n p t;u:- a c i m n ng p t;uâ:n ng t y;uê:- ch n nh;uô:c i m n ng t;"
    "uơ:- n;uy:- a ch n nh p t u;uyê:n t;ư:- a c i m n ng t u;ươ:c i m n ng p t u;y:- ch m n nh p t u;yê:m n ng t u;"
    "ua:- c ch i m n ng nh o p t u y;uă:c m n ng p t;ue:- n o t"
)
_RIME = "|".join(
    vowels + ("" if ending == "-" else ending)
    for vowels, _colon, endings in (row.partition(":") for row in _RIMES.split(";"))
    for ending in endings.split()
)
_SYLLABLE = re.compile(rf"(?:{_ONSETS})?(?:{_RIME})|gi(?:c|m|n|ng|p|t)?")


def is_syllable(word: str) -> bool:
    """Say whether a word is written as a Vietnamese syllable, with at most one tone."""
    parts = unicodedata.normalize("NFD", word.lower())
    plain, tones = _TONES.subn("", parts)
    return tones <= 1 and _SYLLABLE.fullmatch(unicodedata.normalize("NFC", plain)) is not None
