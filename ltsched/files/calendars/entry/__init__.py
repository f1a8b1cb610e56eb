"""One entry of a calendar: when it is, how long it lasts, how busy it makes."""
