"""A PostgreSQL and a Redis of the tests' own, on loopback and gone when they are stopped."""
