"""Makes the hard instances from a seed: reviews that are busier than the shipped ones, of people who do not exist."""
