import type { DisputeEvent } from '@mediation/dispute/domain';

export const VILLAGE = '370402102001-committee';
export const OFFICE = '370402102-judicial-office';
export const BUREAU = '370402-justice-bureau';
export const DAY = '2025-06-10';
export const NOON = `${DAY}T12:00:00+08:00`;

const party = (n: 1 | 2) =>
  ({ id: `p${n}`, kind: 'natural-person', role: n === 1 ? 'applicant' : 'respondent', minor: false }) as const;

/** A written agreement, performed at once, in a village's file. */
export const MEDIATED: readonly DisputeEvent[] = [
  {
    type: 'DisputeRegistered',
    data: {
      source: 'application',
      disputeType: 'neighbourhood',
      custodian: VILLAGE,
      place: '370402102001',
      parties: [party(1), party(2)],
      headcount: 2,
      registeredAt: NOON,
      personal: {},
    },
  },
  { type: 'DisputeAccepted', data: { proceeding: 1, channel: 'peoples', body: VILLAGE, acceptedOn: DAY } },
  { type: 'MediatorAppointed', data: { proceeding: 1, mediator: 'm1', how: 'assigned' } },
  {
    type: 'AgreementReached',
    data: { agreement: 1, proceeding: 1, form: 'written', extent: 'full', obligations: [], personal: {} },
  },
  { type: 'AgreementTookEffect', data: { agreement: 1, effectiveOn: DAY } },
  { type: 'AgreementPerformed', data: { agreement: 1 } },
  { type: 'DossierOpened', data: { number: '(2025)第1号', body: VILLAGE, year: 2025, serial: 1, openedOn: DAY } },
];

export const ARCHIVED: readonly DisputeEvent[] = [
  { type: 'DisputeClosed', data: { outcome: 'settled', closedOn: DAY } },
  { type: 'DisputeArchived', data: { retention: 'long', archivedOn: DAY } },
];
