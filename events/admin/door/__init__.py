"""Checking people in on a phone, for people who may do that and nothing else."""
