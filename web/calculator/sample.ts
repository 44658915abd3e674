// A file to try the page with: three months of answers, made up, the same
// every time.

const kPlans = ['Free', 'Team', 'Business'];
const kCountries = ['Germany', 'France', 'Brazil', 'Japan'];

const kWords = {
  promoter: [
    'Easy to use, and support answers within minutes.',
    'The new dashboard is great. Reports take seconds now.',
    'Love how simple it is. Good value for the price.',
    'Support was friendly and solved it at once.',
    'Fast, reliable, and the team listens.',
  ],
  passive: [
    'Good, but the mobile app is slow.',
    'It does what it should. An export to Excel is missing.',
    'Fine so far. A bit expensive for a small team.',
    'Works well, the invoices are confusing though.',
  ],
  detractor: [
    'The app crashes every time I upload a file.',
    'Support took five days to reply. Far too slow.',
    'Too expensive, and the price went up again.',
    'Very slow since the last update, and full of bugs.',
    'Nobody could explain the invoice. Charged twice!',
  ],
} as const;

/** A row of numbers that looks random and never changes (Lehmer, 1951). */
function* numbers(): Generator<number, never> {
  let state = 20260504;
  for (;;) {
    state = (state * 48271) % 2147483647;
    yield state / 2147483647;
  }
}

export function sampleFile(): File {
  const source = numbers();
  const next = (): number => source.next().value;
  const pick = <T>(list: readonly T[]): T =>
    list[Math.floor(next() * list.length)] as T;
  const rows = ['id,date,respondent,plan,country,score,comment'];
  for (let at = 0; at < 360; at += 1) {
    const month = Math.floor(at / 120);
    const plan = pick(kPlans);
    const country = pick(kCountries);
    // Better from month to month; those who pay nothing like it less.
    const good = 0.38 + 0.08 * month + (plan === 'Free' ? -0.16 : 0.08);
    const luck = next();
    const segment =
      luck < good ? 'promoter' : luck < good + 0.27 ? 'passive' : 'detractor';
    const score =
      segment === 'promoter'
        ? 9 + Math.floor(next() * 2)
        : segment === 'passive'
          ? 7 + Math.floor(next() * 2)
          : Math.floor(next() ** 0.5 * 7);
    const day = String(1 + (at % 28)).padStart(2, '0');
    const said = next() < 0.6 ? pick(kWords[segment]) : '';
    const person = 1 + Math.floor(next() * 150);
    const cell = at === 57 ? 'eleven' : at === 200 ? '' : String(score);
    rows.push(
      `r${at + 1},2026-0${month + 3}-${day},p${person},${plan},${country},${cell},"${said}"`,
    );
  }
  return new File([`${rows.join('\n')}\n`], 'sample.csv', { type: 'text/csv' });
}
