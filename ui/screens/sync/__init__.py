"""Being certain that nothing was lost, day by day: what waits, what the county has, what it holds back and why."""
