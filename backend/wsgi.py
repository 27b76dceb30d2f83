"""What a WSGI server runs: `gunicorn backend.wsgi:app`, configured by the environment."""

from backend import logs
from backend.app import create_app
from backend.config import Config
from backend.start import prepare

config = Config.from_environment()
logs.configure(config.log)
prepare(config)
app = create_app(config)
