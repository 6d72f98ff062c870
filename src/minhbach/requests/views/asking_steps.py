"""The last steps of making a request, and which step is which."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from minhbach.requests.asking.forms import HowForm
from minhbach.requests.views.asked import Asked, Step
from minhbach.requests.views.asking_where import where
from minhbach.requests.views.asking_who import who
from minhbach.requests.views.sending import look_through


def how(asked: Asked) -> Step:
    """Step 4: how to get the information, and how to be reached."""
    form = HowForm(asked.typed, law=asked.law, initial=asked.draft.kept())
    if asked.typed is not None and form.is_valid():
        return Step(replace(asked.draft.answered(4), **form.cleaned_data))
    return Step(template="requests/ask_how.html", context={"form": form})


def check(asked: Asked) -> Step:
    """Step 5: everything once more, and sending it."""
    template, context, response = look_through(asked.request, asked.kept, asked.draft, asked.law, asked.body)
    return Step(template=template, context=context, response=response)


STEPS: Mapping[int, Callable[[Asked], Step]] = {2: where, 3: who, 4: how, 5: check}
