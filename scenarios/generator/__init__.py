"""Makes the shipped scenarios from a seed: people who do not exist, with the diaries of people who do."""
