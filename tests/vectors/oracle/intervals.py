"""Limits of a score by each method, as shares, with 50 digits."""
from fractions import Fraction

from mpmath import mp, mpf

from common import to_mpf, z_of

PSEUDO = {
    "adjusted_wald": (Fraction(3, 4), Fraction(3, 2)),
    "bonett_price": (Fraction(1), Fraction(0)),
    "agresti_min": (Fraction(1, 2), Fraction(1)),
    "wald": (Fraction(0), Fraction(0)),
}


def moments(P, A, D):
    """Mean and variance of +1, 0, -1 by their definition, as fractions where
    the counts are."""
    n = P + A + D
    mean = (P - D) / n if not isinstance(n, int) else Fraction(P - D, n)
    square = (P + D) / n if not isinstance(n, int) else Fraction(P + D, n)
    return n, mean, square - mean * mean


def adjusted(P, A, D, method):
    outer, inner = PSEUDO[method]
    if not all(isinstance(x, int) for x in (P, A, D)):
        outer, inner = to_mpf(outer), to_mpf(inner)
    return P + outer, A + inner, D + outer


def wald(P, A, D, z):
    n, mean, variance = moments(P, A, D)
    half = z * mp.sqrt(to_mpf(variance) / to_mpf(n))
    return to_mpf(mean) - half, to_mpf(mean) + half


def restricted_detractors(P, A, D, t):
    """Most likely share q of detractors if promoters are q + t: the place
    where the slope of the log-likelihood P log(q+t) + A log(1-t-2q) + D log q
    turns from plus to minus."""
    low, high = max(mpf(0), -t), (1 - t) / 2
    for _ in range(180):
        q = (low + high) / 2
        slope = mpf(0)
        if P: slope += P / (q + t)
        if A: slope -= 2 * A / (1 - t - 2 * q)
        if D: slope += D / q
        if slope > 0:
            low = q
        else:
            high = q
    return (low + high) / 2


def score_lower(P, A, D, z):
    n = to_mpf(P + A + D)
    mean = to_mpf(P - D) / n
    outside, inside = mpf(-1), mean
    if mean == -1:
        return mpf(-1)
    for _ in range(170):
        t = (outside + inside) / 2
        q = restricted_detractors(P, A, D, t)
        variance = q + (q + t) - t * t
        if n * (mean - t) ** 2 > z * z * variance:
            outside = t
        else:
            inside = t
    return outside


def score(P, A, D, z):
    P, A, D = (to_mpf(x) for x in (P, A, D))
    return score_lower(P, A, D, z), -score_lower(D, A, P, z)


def wilson(x, n, z):
    x, n = to_mpf(x), to_mpf(n)
    p = x / n
    middle = (p + z * z / (2 * n)) / (1 + z * z / n)
    half = z / (1 + z * z / n) * mp.sqrt(p * (1 - p) / n + z * z / (4 * n * n))
    return p - (middle - half), (middle + half) - p


def newcombe(P, A, D, z):
    """Newcombe 1998, method 10, from the 2x2 table e=0, f=P, g=D, h=A."""
    e, f, g, h = (to_mpf(x) for x in (0, P, D, A))
    n = e + f + g + h
    below1, above1 = wilson(e + f, n, z)
    below2, above2 = wilson(e + g, n, z)
    product = (e + f) * (g + h) * (e + g) * (f + h)
    cross = e * h - f * g
    if cross > 0:
        cross = max(cross - n / 2, mpf(0))
    phi = cross / mp.sqrt(product) if product else mpf(0)
    mean = (f - g) / n
    return (mean - mp.sqrt(below1**2 - 2 * phi * below1 * above2 + above2**2),
            mean + mp.sqrt(above1**2 - 2 * phi * above1 * below2 + below2**2))


def jeffreys_above(P, A, D, t):
    """P(promoters - detractors > t): given the detractors' share x, which is
    Beta(D+1/2, P+A+1), promoters over 1-x is Beta(P+1/2, A+1/2)."""
    half = mpf(1) / 2
    a, b, n = D + half, P + A + 1, P + A + D
    log_beta = mp.loggamma(a) + mp.loggamma(b) - mp.loggamma(a + b)
    log_inner = (mp.loggamma(P + half) + mp.loggamma(A + half)
                 - mp.loggamma(P + A + 1))

    def above(x):
        y = (t + x) / (1 - x)
        if y <= 0: return mpf(1)
        if y >= 1: return mpf(0)
        # From the shorter side: 1 - I is lost where I is nearly 1.
        return mp.betainc(A + half, P + half, 0, 1 - y, regularized=True)

    def integrand(x):
        if x <= 0 or x >= 1: return mpf(0)
        return mp.exp((a - 1) * mp.log(x) + (b - 1) * mp.log(1 - x)
                      - log_beta) * above(x)

    start, end = max(mpf(0), -t), (1 - t) / 2
    mean = a / (a + b)
    deviation = mp.sqrt(mean * (1 - mean) / (a + b + 1))
    points = [start] + [p for p in (mean + k * deviation
                                    for k in (-9, -4, -1, 1, 4, 12, 40))
                        if start < p < end] + [end]
    total = mp.quad(integrand, points)
    if t < 0:
        total += mp.betainc(a, b, 0, -t, regularized=True)
    return total


def jeffreys_upper(P, A, D, tail):
    n, mean, variance = moments(mpf(P) + 0.5, mpf(A) + 0.5, mpf(D) + 0.5)
    deviation = mp.sqrt(variance / (n + 1))
    low = max(mean - 8 * deviation, mpf(-1) + mpf(10)**-9)
    high = min(mean + 8 * deviation, mpf(1) - mpf(10)**-12)
    with mp.workdps(18):
        goal = mp.log(tail)
        f = lambda t: mp.log(jeffreys_above(P, A, D, t)) - goal
        root = mp.findroot(f, (low, high), solver="ridder", tol=1e-14,
                           verify=False)
        assert abs(f(root)) < 1e-9, (P, A, D, tail, f(root))
        return root


def jeffreys(P, A, D, confidence):
    tail = (1 - mpf(str(confidence))) / 2
    return (-jeffreys_upper(D, A, P, tail), jeffreys_upper(P, A, D, tail))


def limits(P, A, D, method, confidence):
    z = z_of(confidence)
    if method == "score":
        return score(P, A, D, z)
    if method == "newcombe":
        return newcombe(P, A, D, z)
    if method == "jeffreys":
        return jeffreys(P, A, D, confidence)
    return wald(*adjusted(P, A, D, method), z)
