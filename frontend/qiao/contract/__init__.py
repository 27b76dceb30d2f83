"""What both ends of an application agree on: records, fields, endpoints, problems."""

from qiao.contract.choices import choice as choice
from qiao.contract.choices import choices as choices
from qiao.contract.choices import flag as flag
from qiao.contract.endpoints import Download as Download
from qiao.contract.endpoints import Endpoint as Endpoint
from qiao.contract.endpoints import endpoint as endpoint
from qiao.contract.endpoints import endpoints_in as endpoints_in
from qiao.contract.fields import Field as Field
from qiao.contract.numbers import integer as integer
from qiao.contract.numbers import money as money
from qiao.contract.numbers import number as number
from qiao.contract.problems import Invalid as Invalid
from qiao.contract.problems import Problem as Problem
from qiao.contract.problems import Wrong as Wrong
from qiao.contract.questions import answers as answers
from qiao.contract.questions import check_answers as check_answers
from qiao.contract.questions import question_field as question_field
from qiao.contract.records import Record as Record
from qiao.contract.records import record as record
from qiao.contract.records import records as records
from qiao.contract.texts import lines as lines
from qiao.contract.texts import local_time as local_time
from qiao.contract.texts import phone as phone
from qiao.contract.texts import text as text
from qiao.contract.uploads import upload as upload
