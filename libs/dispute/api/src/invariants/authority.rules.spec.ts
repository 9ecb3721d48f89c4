import type { DataOf, DisputeEvent, DisputeEventType } from '@mediation/dispute/domain';
import type { AUTHORITY_RULES } from './authority.rules';
import { LEGAL_AID, POLICE, VILLAGE } from './bodies';
import { Monitor, type Append } from './monitor';

const e = <T extends DisputeEventType>(type: T, data: Partial<DataOf<T>> = {}): DisputeEvent =>
  ({ type, data }) as unknown as DisputeEvent;
const by = (org: string, ...events: DisputeEvent[]): Append => ({
  events,
  actor: { sub: 'someone', org, roles: [] },
  occurredAt: '2025-03-10T12:00:00+08:00',
});

const opened = by(
  VILLAGE,
  e('DisputeRegistered', {
    custodian: VILLAGE,
    parties: [{ id: 'p1', kind: 'natural-person', role: 'applicant', minor: false }],
  }),
);
const told = by(VILLAGE, e('PoliceReportMade', { reportedTo: POLICE }));
const openCase = by(POLICE, e('PoliceCaseAccepted', { body: POLICE }));
const decideCase = by(POLICE, e('PoliceCaseDecided', { body: POLICE, decision: 'no-penalty' }));
const applied = by(VILLAGE, e('NoPenaltyAppliedFor', { agreement: 1, applicants: ['p1'] }));

const reached = e('AgreementReached', {
  agreement: 1,
  proceeding: 1,
  form: 'oral',
  extent: 'full',
  obligations: [{ id: 1, debtor: 'p1', amountFen: 100, dueOn: '2025-03-10' }],
});
const agreed = [
  opened,
  by(VILLAGE, e('DisputeAccepted', { proceeding: 1, body: VILLAGE, channel: 'peoples' })),
  by(VILLAGE, reached, e('AgreementTookEffect', { agreement: 1, effectiveOn: '2025-03-10' })),
];
const performed = by(
  VILLAGE,
  e('ObligationPerformed', { agreement: 1, obligation: 1, amountFen: 100, complete: true }),
  e('AgreementPerformed', { agreement: 1 }),
);
const closed = by(VILLAGE, e('DisputeClosed'));
const certified = by(VILLAGE, e('PerformanceCertified', { agreement: 1, body: VILLAGE }));

const asked = by(VILLAGE, e('LegalAidApplied', { aid: 1, party: 'p1', center: LEGAL_AID }));
const decided = (decision: 'granted' | 'provisional' | 'refused', org = LEGAL_AID) =>
  by(org, e('LegalAidDecided', { aid: 1, decision }));
const assigned = by(LEGAL_AID, e('LegalAidAssigned', { aid: 1 }));
const ended = by(LEGAL_AID, e('LegalAidEnded', { aid: 1 }));
const proof = (n: number, org = VILLAGE) =>
  by(org, e('LimitationProofIssued', { proof: n, requestedOn: '2025-03-01', issuedOn: '2025-03-10' }));

type AuthorityRule = keyof typeof AUTHORITY_RULES;

/** The rules that the last append broke; those before it must be sound. */
const verdicts = (...appends: readonly Append[]): readonly string[] => {
  const monitor = new Monitor();
  const seen = appends.map((append) => monitor.see(append));
  expect(seen.slice(0, -1).flat()).toStrictEqual([]);
  return seen.at(-1) ?? [];
};

const SOUND: Readonly<Record<string, readonly Append[]>> = {
  'a public-order case, its decision, and another': [opened, told, openCase, decideCase, openCase],
  'an application and a certificate after closing': [
    ...agreed,
    told,
    openCase,
    performed,
    closed,
    certified,
    applied,
    decideCase,
  ],
  'legal aid from its application to its end': [opened, asked, decided('granted'), assigned, ended],
  'legal aid given ahead, and for good': [opened, asked, decided('provisional'), decided('granted'), ended],
  'two proofs of limitation': [opened, proof(1), proof(2)],
};

const BROKEN: Readonly<Record<AuthorityRule, readonly (readonly Append[])[]>> = {
  'a public-order case is one at a time, and is decided by the police that opened it': [
    [opened, told, openCase, openCase],
    [opened, told, decideCase],
    [opened, by(VILLAGE, e('PoliceCaseAccepted', { body: POLICE }))],
    [opened, told, by(VILLAGE, e('PoliceCaseAccepted', { body: VILLAGE }))],
  ],
  'no penalty is applied for under an agreement there is': [[opened, told, openCase, applied]],
  'what is certified as performed is, and is certified once': [
    [...agreed, certified],
    [...agreed, performed, certified, certified],
  ],
  'legal aid is decided, assigned and ended in order, by the centre that was asked': [
    [opened, asked, assigned],
    [opened, asked, ended],
    [opened, asked, decided('granted', VILLAGE)],
    [opened, asked, decided('refused'), assigned],
    [opened, asked, decided('granted'), decided('refused')],
  ],
  'a proof of limitation comes from who had the dispute, and is numbered on': [
    [opened, proof(2)],
    [opened, told, proof(1, POLICE)],
  ],
};

describe('the monitor of police, legal aid and proofs', () => {
  it.each(Object.entries(SOUND))('finds nothing wrong with %s', (_, appends) =>
    expect(verdicts(...appends)).toStrictEqual([]),
  );

  it.each(Object.entries(BROKEN).flatMap(([rule, ways]) => ways.map((appends) => [rule, appends] as const)))(
    'catches what breaks: %s (%#)',
    (rule, appends) => expect(verdicts(...appends)).toContain(rule),
  );
});
