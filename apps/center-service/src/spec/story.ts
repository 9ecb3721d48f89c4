import type { DisputeEvent, HandoffKind } from '@mediation/dispute/domain';

export const VILLAGE = '370402102001-committee';
export const TOWNSHIP = '370402102-committee';
export const POLICE = '370402102-police';
export const ROOM = '370402102-pretrial-room';
export const OFFICE = '370402102-judicial-office';
export const ELSEWHERE = '370402103-committee';

type Data<Type extends DisputeEvent['type']> = Extract<DisputeEvent, { type: Type }>['data'];

export const registered = (change: Partial<Data<'DisputeRegistered'>> = {}): DisputeEvent => ({
  type: 'DisputeRegistered',
  data: {
    source: 'application',
    disputeType: 'neighbourhood',
    custodian: VILLAGE,
    place: '370402102001',
    parties: [
      { id: 'p1', kind: 'natural-person', role: 'applicant', minor: false },
      { id: 'p2', kind: 'natural-person', role: 'respondent', minor: false },
    ],
    headcount: 2,
    registeredAt: '2025-03-01T09:00:00+08:00',
    personal: { p1: { name: '甲某某', phone: '10000000000' }, p2: { name: '乙某' }, file: { text: '滴水纠纷' } },
    ...change,
  },
});

export const accepted = (change: Partial<Data<'DisputeAccepted'>> = {}): DisputeEvent => ({
  type: 'DisputeAccepted',
  data: {
    proceeding: 1,
    channel: 'peoples',
    body: VILLAGE,
    acceptedOn: '2025-03-02',
    mediateBy: '2025-04-01',
    ...change,
  },
});

export const offered = (to: string, change: Partial<Data<'HandoffOffered'>> = {}): DisputeEvent => ({
  type: 'HandoffOffered',
  data: {
    handoff: 'h1',
    kind: 'escalation' satisfies HandoffKind,
    from: VILLAGE,
    to,
    reason: 'mediation-failed',
    offeredAt: '2025-03-05T10:00:00+08:00',
    replyBy: '2025-03-10',
    personal: { file: { text: '请接手' } },
    ...change,
  },
});

export const takenOver = (to: string, from = VILLAGE, at = '2025-03-08T10:00:00+08:00'): readonly DisputeEvent[] => [
  { type: 'HandoffAccepted', data: { handoff: 'h1', acceptedAt: at } },
  { type: 'CustodyMoved', data: { from, to, cause: 'handoff-accepted', movedAt: at } },
];

export const agreedOrally = (effectiveOn = '2025-03-06'): readonly DisputeEvent[] => [
  {
    type: 'AgreementReached',
    data: { agreement: 1, proceeding: 1, form: 'oral', extent: 'full', obligations: [], personal: {} },
  },
  { type: 'AgreementTookEffect', data: { agreement: 1, effectiveOn } },
  { type: 'AgreementPerformed', data: { agreement: 1 } },
];
