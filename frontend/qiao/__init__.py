"""Qiao, the page library: signals, elements, forms, pages; the same Python on both ends."""

from qiao.elements import Element as Element
from qiao.flow import boundary as boundary
from qiao.flow import each as each
from qiao.flow import pending as pending
from qiao.flow import portal as portal
from qiao.flow import show as show
from qiao.forms import Entry as Entry
from qiao.i18n import N_ as N_
from qiao.i18n import gettext as gettext
from qiao.i18n import ngettext as ngettext
from qiao.pages import go as go
from qiao.queries import query_signal as query_signal
from qiao.refs import ref as ref
from qiao.signals import batch as batch
from qiao.signals import computed as computed
from qiao.signals import effect as effect
from qiao.signals import on_dispose as on_dispose
from qiao.signals import signal as signal
from qiao.signals import untracked as untracked
