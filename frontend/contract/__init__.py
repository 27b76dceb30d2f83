"""What page and server of the event sign-up agree on, one file a subject."""
