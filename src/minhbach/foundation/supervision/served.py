"""The web application inside a process of granian, which ends with the process that started it."""

import os
import signal
from importlib import import_module

from django.conf import settings
from django.core.wsgi import get_wsgi_application

from minhbach.foundation.supervision.orphans import end_with_parent
from minhbach.foundation.supervision.settling import settle

# Until granian sets its own answer to SIGTERM, the one inherited from its main process would ignore it.
signal.signal(signal.SIGTERM, signal.SIG_DFL)
end_with_parent(os.getppid())
application = get_wsgi_application()
# Every view is loaded now: a fault shows at the start, not to the first visitor, who need not wait for it either.
import_module(settings.ROOT_URLCONF)
settle()
