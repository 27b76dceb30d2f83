"""The tables. Rules live in the services; a model knows only its columns."""

from backend.models.base import LARGEST_ID as LARGEST_ID
from backend.models.base import Base as Base
from backend.models.base import UtcTime as UtcTime
from backend.models.events import Event as Event
from backend.models.events import Helper as Helper
from backend.models.events import Picture as Picture
from backend.models.events import TicketKind as TicketKind
from backend.models.native_calls import NativeCall as NativeCall
from backend.models.native_calls import ShortLink as ShortLink
from backend.models.sign_ups import CheckIn as CheckIn
from backend.models.sign_ups import GuestNumber as GuestNumber
from backend.models.sign_ups import Message as Message
from backend.models.sign_ups import Order as Order
from backend.models.sign_ups import SignUp as SignUp
from backend.models.upkeep import IdempotencyKey as IdempotencyKey
from backend.models.upkeep import Job as Job
from backend.models.upkeep import PageError as PageError
from backend.models.upkeep import PlatformToken as PlatformToken
from backend.models.upkeep import Setting as Setting
from backend.models.users import AccessToken as AccessToken
from backend.models.users import Identity as Identity
from backend.models.users import LoginSession as LoginSession
from backend.models.users import LoginTicket as LoginTicket
from backend.models.users import User as User
