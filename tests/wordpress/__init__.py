"""A real WordPress in Indonesian, started on loopback for the tests that want a newsroom's own CMS."""
