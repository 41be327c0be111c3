"""A real Chromium without a screen, that may speak to loopback only."""
