"""The backend: serves the page, renders it for the signed-in user, and answers its API.

The door is `backend.app.create_app`; `backend.config` lists the settings.
"""
