"""What operators are told: that a newsroom's health changed, once."""
