"""What touches the DOM: nothing outside of this package imports it, nor `browser`."""
