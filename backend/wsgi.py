"""What a WSGI server runs: `gunicorn backend.wsgi:app`, configured by the environment."""

import logging

from backend.app import create_app
from backend.config import Config
from backend.start import prepare

logging.basicConfig(format="%(asctime)s %(process)d %(levelname)s %(name)s: %(message)s")

config = Config.from_environment()
prepare(config)
app = create_app(config)
