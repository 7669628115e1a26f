"""The papers of a meeting, for those who may see its participants."""
