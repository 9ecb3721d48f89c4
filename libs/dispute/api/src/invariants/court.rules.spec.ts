import type { DataOf, DisputeEvent, DisputeEventType } from '@mediation/dispute/domain';
import { COURT, POLICE, ROOM, VILLAGE } from './bodies';
import type { COURT_RULES } from './court.rules';
import { Monitor, type Append } from './monitor';

type CourtRule = keyof typeof COURT_RULES;

const e = <T extends DisputeEventType>(type: T, data: Partial<DataOf<T>> = {}): DisputeEvent =>
  ({ type, data }) as unknown as DisputeEvent;
const by = (org: string, ...events: DisputeEvent[]): Append => ({
  events,
  actor: { sub: 'someone', org, roles: [] },
  occurredAt: '2025-03-10T12:00:00+08:00',
});
const verdicts = (...appends: readonly Append[]): readonly string[] => {
  const monitor = new Monitor();
  return appends.flatMap((append) => monitor.see(append));
};

const referral = e('CourtReferralMade', { court: COURT, mode: 'postfiling' });
const offer = (from: string) => e('HandoffOffered', { handoff: 'h1', kind: 'court-link', from, to: VILLAGE });
const opened = (custodian: string) =>
  by(
    custodian,
    e('DisputeRegistered', {
      custodian,
      parties: [{ id: 'p1', kind: 'natural-person', role: 'applicant', minor: false }],
    }),
  );
const move = (from: string, to: string, cause: DataOf<'CustodyMoved'>['cause']) =>
  e('CustodyMoved', { from, to, cause });

const referred = [
  opened(ROOM),
  by(ROOM, referral, offer(ROOM)),
  by(VILLAGE, e('HandoffAccepted', { handoff: 'h1' }), move(ROOM, VILLAGE, 'handoff-accepted')),
  by(VILLAGE, e('DisputeAccepted', { proceeding: 1, body: VILLAGE, channel: 'peoples' })),
];
const signed = by(VILLAGE, e('PapersSignedFor', { proceeding: 1, mediator: 'm1' }));
const failed = e('MediationFailed', { proceeding: 1 });
const told = (result: DataOf<'DisputeReturnedToCourt'>['result'], court = COURT) =>
  e('DisputeReturnedToCourt', { court, result });
const back = move(VILLAGE, COURT, 'returned-to-court');

const reached = e('AgreementReached', { agreement: 1, proceeding: 1, form: 'oral', extent: 'full', obligations: [] });
const bound = by(
  VILLAGE,
  reached,
  e('AgreementTookEffect', { agreement: 1, effectiveOn: '2025-03-10' }),
  e('AgreementPerformed', { agreement: 1 }),
);
const confirmation = (
  type: 'ConfirmationOffered' | 'ConfirmationFiled' | 'ConfirmationAccepted' | 'ConfirmationDecided',
  change: { readonly court?: string; readonly decision?: 'confirmed' | 'refused' } = {},
) => by(VILLAGE, e(type, { agreement: 1, court: COURT, ...change }));
const agreed = [...referred, bound];
const offered = [...agreed, confirmation('ConfirmationOffered')];
const filed = [...offered, confirmation('ConfirmationFiled')];

const SOUND: Readonly<Record<string, readonly Append[]>> = {
  'a mediation that failed and went back': [...referred, signed, by(VILLAGE, failed, told('failed'), back)],
  'one that was settled, and the suit then withdrawn': [
    ...agreed,
    by(VILLAGE, told('settled')),
    by(VILLAGE, told('suit-withdrawn')),
  ],
  'a confirmation from its offer to the decision': [
    ...filed,
    confirmation('ConfirmationAccepted'),
    confirmation('ConfirmationDecided', { decision: 'confirmed' }),
  ],
  'one that a court refused, offered to another': [
    ...filed,
    confirmation('ConfirmationDecided', { decision: 'refused' }),
    confirmation('ConfirmationOffered', { court: '370403-court' }),
  ],
  'a decision after closing': [
    ...filed,
    by(VILLAGE, e('DisputeClosed')),
    by(COURT, e('ConfirmationDecided', { agreement: 1, court: COURT, decision: 'confirmed' })),
  ],
};

const BROKEN: Readonly<Record<CourtRule, readonly (readonly Append[])[]>> = {
  'a court’s referral is recorded by a court, with the offer it makes': [
    [opened(ROOM), by(ROOM, referral)],
    [opened(POLICE), by(POLICE, referral, offer(POLICE))],
  ],
  'a court’s papers are signed for once in a proceeding, while the court waits': [
    [...referred, signed, signed],
    [opened(VILLAGE), referred[3]!, signed],
    [...referred.slice(0, 3), signed],
  ],
  'what goes back goes to the court that referred it, and responsibility with it unless it is settled': [
    [...referred, by(VILLAGE, failed, told('failed'))],
    [
      ...referred,
      by(VILLAGE, failed, told('failed', '370403-court'), move(VILLAGE, '370403-court', 'returned-to-court')),
    ],
    [...agreed, by(VILLAGE, told('settled'), back)],
    [...agreed, by(VILLAGE, told('settled')), by(VILLAGE, told('settled'))],
  ],
  'no court waits for a mediation that failed, was ended or refused': [
    [...referred, by(VILLAGE, failed)],
    [...referred.slice(0, 3), by(VILLAGE, e('DisputeNotAccepted'))],
  ],
  'a confirmation takes its steps in order, of an agreement that binds, at one court': [
    [...referred, confirmation('ConfirmationOffered')],
    [...agreed, confirmation('ConfirmationFiled')],
    [...offered, confirmation('ConfirmationFiled', { court: '370403-court' })],
    [...offered, confirmation('ConfirmationAccepted')],
    [...filed, confirmation('ConfirmationOffered')],
    [...filed, confirmation('ConfirmationAccepted'), confirmation('ConfirmationAccepted')],
    [...filed, confirmation('ConfirmationDecided', { decision: 'confirmed' }), confirmation('ConfirmationOffered')],
  ],
};

describe('the monitor of courts', () => {
  it.each(Object.entries(SOUND))('finds nothing wrong with %s', (_, appends) =>
    expect(verdicts(...appends)).toStrictEqual([]),
  );

  it.each(Object.entries(BROKEN).flatMap(([rule, ways]) => ways.map((appends) => [rule, appends] as const)))(
    'catches what breaks: %s (%#)',
    (rule, appends) => expect(verdicts(...appends)).toContain(rule),
  );
});
