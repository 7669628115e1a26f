"""Belgian numbers as people write them, and as machines compare and dial them."""

# Beyond these many digits a number without prefix is no short one (112, 1813).
LONGEST_SHORT_NUMBER = 4
COUNTRY = "32"


def digits_of(number):
    """« 02 123 45 67 », « +32 2 123.45.67 » and « 0032 2 1234567 » are one number."""
    digits = "".join(sign for sign in number if sign in "0123456789")
    if number.strip().startswith("+"):
        # « +32 (0)2 »: the zero is not dialled from abroad.
        return digits.replace(f"{COUNTRY}0", COUNTRY, 1)
    if digits.startswith("00"):
        return digits[2:]
    if digits.startswith("0"):
        return COUNTRY + digits[1:]
    return digits


def uri_of(number):
    """« tel:+3221234567 »; a short number is dialled as it is."""
    digits = digits_of(number)
    if len(digits) <= LONGEST_SHORT_NUMBER or not number.strip().startswith(("+", "0")):
        return f"tel:{digits}"
    return f"tel:+{digits}"
