import type { IntakeType } from '@mediation/dispute/contracts';
import type { Message } from '@mediation/messaging/port';
import { COURT, HOTLINE, ROOM, TOWNSHIP } from './intake.fixture';

const PARTIES = [
  { role: 'applicant', name: '示例甲' },
  { role: 'respondent', name: '示例乙' },
];
export const REPORT = { to: TOWNSHIP, disputeType: 'neighbourhood', facts: '滴水（示例）', parties: PARTIES };
export const REFERRAL = {
  from: ROOM,
  to: TOWNSHIP,
  kind: 'court-link',
  reason: 'pre-trial',
  disputeType: 'contract',
  facts: '货款（示例）',
  parties: PARTIES,
};

interface Filed {
  readonly source?: string;
  readonly id?: string;
  readonly key?: string;
  readonly data?: object;
}

const attributes = (type: IntakeType, { source = HOTLINE, id = 'e-1' }: Filed) => ({
  specversion: '1.0',
  id,
  source,
  type,
});

/** Binary mode. */
const message = (type: IntakeType, data: object, filed: Filed): Message => ({
  key: filed.key ?? 'k',
  headers: {
    ...Object.fromEntries(Object.entries(attributes(type, filed)).map(([name, value]) => [`ce_${name}`, value])),
    'content-type': 'application/json',
  },
  body: JSON.stringify(data),
});

export const report = (filed: Filed = {}): Message =>
  message('dispute.report-filed.v1', { ...REPORT, ...filed.data }, filed);
export const referral = (filed: Filed = {}): Message =>
  message('dispute.referral-filed.v1', { ...REFERRAL, ...filed.data }, { source: COURT, ...filed });

/** The same in structured mode. */
export const structured = (type: IntakeType, data: object, filed: Filed = {}): Message => ({
  key: filed.key ?? 'k',
  headers: { 'content-type': 'application/cloudevents+json' },
  body: JSON.stringify({ ...attributes(type, filed), datacontenttype: 'application/json', data }),
});
