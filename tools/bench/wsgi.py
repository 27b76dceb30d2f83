"""What gunicorn runs for the benchmark, configured by the environment as the app is."""

from backend.config import Config
from backend.start import prepare
from tools.bench import site

config = Config.from_environment()
prepare(config)
app = site.create(config)
