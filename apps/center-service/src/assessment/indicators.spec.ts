import type { AssessedCase } from './assessed-case';
import { countOf, INDICATORS } from './indicators';

const END = '2025-06-30';

const accepted = (more: Partial<AssessedCase> = {}): AssessedCase => ({
  dispute: 'd',
  proceeding: 1,
  body: '370402102-committee',
  channel: 'peoples',
  mediators: ['m1'],
  acceptedOn: '2025-05-01',
  dueOn: '2025-05-31',
  agreedOn: null,
  owedBy: null,
  performed: false,
  breached: false,
  confirmed: false,
  failedOn: null,
  terminated: null,
  followedUp: false,
  satisfaction: null,
  turnedCriminal: false,
  repeatedPetition: false,
  closed: false,
  archived: false,
  ...more,
});

/** Ten cases, counted by hand below. */
const CASES: readonly AssessedCase[] = [
  // Agreed in time, performed, visited and content, confirmed, filed.
  accepted({
    agreedOn: '2025-05-20',
    performed: true,
    followedUp: true,
    satisfaction: 'satisfied',
    confirmed: true,
    closed: true,
    archived: true,
  }),
  // Agreed a day late, owed on the last day of the period and not performed; visited, not content.
  accepted({ agreedOn: '2025-06-01', owedBy: END, followedUp: true, satisfaction: 'fair' }),
  // Agreed on the last day in time, owed after the period; not visited.
  accepted({ agreedOn: '2025-05-31', owedBy: '2025-07-01' }),
  // Agreed and breached before it was due; closed, its file not in order. No limit.
  accepted({ dueOn: null, agreedOn: '2025-05-10', owedBy: '2025-12-31', breached: true, closed: true }),
  // Failed in time; closed and filed. It went to the petition office again.
  accepted({ failedOn: '2025-05-30', closed: true, archived: true, repeatedPetition: true }),
  accepted({ terminated: 'party-refused' }),
  accepted({ terminated: 'withdrawn' }),
  accepted({ terminated: 'handed-off' }),
  accepted({ terminated: 'uncontactable', turnedCriminal: true }),
  accepted({ channel: 'administrative' }),
];

const figures = (id: string, cases = CASES) => {
  const indicator = INDICATORS.find((each) => each.id === id)!;
  const { numerator, denominator, rate, excluded } = countOf(indicator, cases, END);
  return [numerator, denominator, rate, excluded];
};
const APART = { refused: 1, withdrawn: 1, transferred: 1, 'ended-otherwise': 1, running: 1 };

it.each<[string, number, number | null, number | null, object]>([
  ['accepted', 10, null, null, {}],
  // 4 agreed, 1 failed: 4 of 5.
  ['success', 4, 5, 80, APART],
  // In time: the first, the third, the failed one; late: the second; the fourth has no limit. 3 of 4.
  ['on-time', 3, 4, 75, { ...APART, 'no-limit': 1 }],
  // Due: the first (performed), the second (due on the last day), the fourth (breached). 1 of 3.
  ['performance', 1, 3, 33.33, { ...APART, 'not-due': 1, 'not-agreed': 1 }],
  ['confirmed', 1, null, null, { ...APART, 'not-agreed': 4 }],
  ['follow-up', 2, 4, 50, { ...APART, 'not-agreed': 1 }],
  ['satisfaction', 1, 2, 50, { ...APART, 'not-agreed': 1, 'not-visited': 2 }],
  ['civil-to-criminal', 1, 10, 10, {}],
  ['repeat-petition', 1, 10, 10, {}],
  // Closed with a result: the first, the fourth, the failed one; two of them archived. The last is of another channel.
  [
    'dossier',
    2,
    3,
    66.67,
    { refused: 1, withdrawn: 1, transferred: 1, 'ended-otherwise': 1, 'not-closed': 2, 'other-channel': 1 },
  ],
])('%s: %s of %s is %s', (id, numerator, denominator, rate, excluded) =>
  expect(figures(id)).toStrictEqual([numerator, denominator, rate, excluded]),
);

it('has every case in exactly one part of every indicator', () => {
  for (const indicator of INDICATORS) {
    const { numerator, denominator, excluded } = countOf(indicator, CASES, END);
    const apart = Object.values(excluded).reduce((sum, each) => sum + each, 0);
    expect([indicator.id, (denominator ?? numerator) + apart]).toStrictEqual([indicator.id, CASES.length]);
  }
});

it('says nothing rather than 100 % where nothing is to be counted', () => {
  for (const { id, denominator } of INDICATORS)
    expect(figures(id, [])).toStrictEqual([0, denominator === undefined ? null : 0, null, {}]);
  expect(figures('success', [accepted({ terminated: 'withdrawn' })])).toStrictEqual([0, 0, null, { withdrawn: 1 }]);
});
