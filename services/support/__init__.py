"""Asking a support team for help without naming a patient, and answering for it."""
