"""The event sign-up: pages, the parts they share, texts and theme."""
