import type { RecordedSubsidyEvent, SubsidyEvent } from '@mediation/subsidy/domain';
import { subsidies, type SubsidyRow } from './subsidies';

const DISPUTE = '0195c3a0-0000-7000-8000-00000000000a';
const OTHER = '0195c3a0-0000-7000-8000-00000000000b';
const OFFICE = '370402102-judicial-office';
const BUREAU = '370402-justice-bureau';

const CLAIMED: SubsidyEvent = {
  type: 'SubsidyClaimed',
  data: {
    body: '370402102001-committee',
    dossier: '(2025)第1号',
    mediators: ['m1'],
    claimedBy: 'chair',
    difficulty: 'general',
    result: 'written-agreement',
    rate: 'subsidy-general',
    amountFen: 10_000,
    disputeRevision: 20,
    sameAs: [],
    claimedOn: '2025-06-10',
  },
};
const REVIEWED: SubsidyEvent = {
  type: 'SubsidyReviewed',
  data: { by: OFFICE, reviewer: 'officer', reviewedOn: '2025-06-11' },
};
const APPROVED: SubsidyEvent = {
  type: 'SubsidyApproved',
  data: { by: BUREAU, amountFen: 10_000, approvedOn: '2025-06-12' },
};
const PAID: SubsidyEvent = {
  type: 'SubsidyPaid',
  data: { by: BUREAU, amountFen: 10_000, batch: '2025-Q2', disputeRevision: 20, paidOn: '2025-07-02' },
};
const ended = { by: BUREAU, personal: {} } as const;

const rowAfter = (...events: readonly SubsidyEvent[]): SubsidyRow | undefined =>
  events
    .map((event, revision) => {
      const recorded = { ...event, stream: `subsidy-${DISPUTE}`, revision, metadata: { rules: 'cn@2025-01-01' } };
      return recorded as RecordedSubsidyEvent;
    })
    .reduce<SubsidyRow | undefined>((row, event) => subsidies.reduce(row, event), undefined);

const CLAIM: SubsidyRow = {
  dispute: DISPUTE,
  revision: 0,
  phase: 'claimed',
  body: '370402102001-committee',
  dossier: '(2025)第1号',
  mediators: ['m1'],
  difficulty: 'general',
  result: 'written-agreement',
  rate: 'subsidy-general',
  pack: 'cn@2025-01-01',
  amount_fen: 10_000,
  claimed_on: '2025-06-10',
};
const APPROVAL: SubsidyRow = { ...CLAIM, reviewed_on: '2025-06-11', approved_on: '2025-06-12' };

it.each<[string, readonly SubsidyEvent[], SubsidyRow]>([
  ['claimed', [CLAIMED], CLAIM],
  ['reviewed', [CLAIMED, REVIEWED], { ...CLAIM, phase: 'reviewed', revision: 1, reviewed_on: '2025-06-11' }],
  [
    'returned',
    [CLAIMED, { type: 'SubsidyReturned', data: { ...ended, reason: 'other', returnedOn: '2025-06-11' } }],
    { ...CLAIM, phase: 'returned', revision: 1, reviewed_on: '2025-06-11', reason: 'other' },
  ],
  [
    'paid',
    [CLAIMED, REVIEWED, APPROVED, PAID],
    { ...APPROVAL, phase: 'paid', revision: 3, paid_on: '2025-07-02', batch: '2025-Q2' },
  ],
  [
    'refused after it was approved',
    [
      CLAIMED,
      REVIEWED,
      APPROVED,
      { type: 'SubsidyRefused', data: { ...ended, reason: 'duplicate', refusedOn: '2025-06-13' } },
    ],
    { ...APPROVAL, phase: 'refused', revision: 3, approved_on: undefined, reason: 'duplicate' },
  ],
  [
    'yielded, with nothing of its claim',
    [CLAIMED, { type: 'SubsidyYielded', data: { to: OTHER, yieldedOn: '2025-06-12' } }],
    { dispute: DISPUTE, revision: 1, phase: 'yielded', yielded_to: OTHER },
  ],
])('a subsidy that is %s', (_, events, row) => expect(rowAfter(...events)).toStrictEqual(row));

it('keeps the payment beside its recovery', () =>
  expect(
    rowAfter(CLAIMED, REVIEWED, APPROVED, PAID, {
      type: 'SubsidyRecovered',
      data: { ...ended, amountFen: 10_000, reason: 'duplicate', recoveredOn: '2025-08-01' },
    }),
  ).toMatchObject({ phase: 'recovered', paid_on: '2025-07-02', amount_fen: 10_000, recovered_on: '2025-08-01' }));

it('belongs to its dispute', () =>
  expect(subsidies.key({ type: 'SubsidyClaimed', stream: `subsidy-${DISPUTE}` } as RecordedSubsidyEvent)).toBe(
    DISPUTE,
  ));
