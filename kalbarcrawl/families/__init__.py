"""Systems that many newsrooms share: functions that return a Publisher."""
