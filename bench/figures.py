"""Figures and how they are printed."""

import os
import statistics
import time


def spread(seconds):
    """« median 0.123 s, 95 % within 0.456 s, all within 0.789 s »"""
    ordered = sorted(seconds)
    late = ordered[max(round(0.95 * len(ordered)) - 1, 0)]
    return (
        f"median {statistics.median(ordered):.3f} s, 95 % within {late:.3f} s, "
        f"all within {ordered[-1]:.3f} s"
    )


def say(name, value, target=""):
    aim = f"   (target: {target})" if target else ""
    print(f"  {name:<34} {value}{aim}", flush=True)


def load():
    return " ".join(f"{value:.2f}" for value in os.getloadavg())


def yardstick():
    """Seconds of processor for a fixed sum, so that machines compare."""
    begun = time.process_time()
    sum(number * number for number in range(2_000_000))
    return time.process_time() - begun


def machine():
    """Seconds the processors of this machine were idle, and were there, until now."""
    with open("/proc/stat") as stat:
        ticks = [int(field) for field in stat.readline().split()[1:9]]
    return ticks[3] + ticks[4], sum(ticks)
