"""The public directory as programs read it: Open Referral HSDS 3.1, read-only."""
