import { DISPUTE_USE_CASES } from '@mediation/dispute/domain';
import { INTAKE_MESSAGES, referralFiled, reportFiled } from './intake';
import { receiptData } from './receipt';

const report = {
  to: '370402102-committee',
  disputeType: 'neighbourhood',
  facts: '示例',
  parties: [{ role: 'applicant', name: '示例甲' }],
} as const;
const referral = { ...report, from: '370402102-pretrial-room', kind: 'court-link' } as const;
const problem = { code: 'invalid-input', zh: '有误', en: 'wrong', errors: [{ pointer: '/to', message: 'x' }] };
const refused = { source: 'urn:a', reference: 'r', outcome: 'refused', problem } as const;
const accepted = {
  source: 'urn:a',
  reference: 'r',
  outcome: 'accepted',
  disputeId: '0195c3a0-0000-7000-8000-000000000001',
  revision: 1,
} as const;

describe('what outside systems file', () => {
  it('is what the use case takes, and who, which reference and when', () => {
    const added = (message: typeof reportFiled | typeof referralFiled, taken: readonly string[]) =>
      Object.keys(message.shape).filter((name) => !taken.includes(name));
    const registration = Object.keys(DISPUTE_USE_CASES.registerDispute.data.shape);
    expect(added(reportFiled, registration)).toEqual(['reference', 'occurredAt', 'to']);
    const offer = Object.keys(DISPUTE_USE_CASES.referDispute.data.shape);
    expect(added(referralFiled, offer)).toEqual(['reference', 'occurredAt', 'from']);
  });

  it('passes without what has a default', () => {
    expect(reportFiled.safeParse(report).success).toBe(true);
    expect(referralFiled.safeParse(referral).success).toBe(true);
    expect(Object.keys(INTAKE_MESSAGES)).toEqual(['dispute.report-filed.v1', 'dispute.referral-filed.v1']);
  });

  it.each([
    [reportFiled, { ...report, to: '370402102' }],
    [reportFiled, { ...report, from: '370402102-police' }],
    [reportFiled, { ...report, reference: ' ' }],
    [reportFiled, { ...report, reference: 'r'.repeat(201) }],
    [reportFiled, { ...report, source: 'rumour' }],
    [reportFiled, { ...report, occurredAt: '2025-03-01' }],
    [referralFiled, report],
    [referralFiled, { ...referral, kind: 'directive' }],
  ])('does not pass: %#', (schema, data) => expect(schema.safeParse(data).success).toBe(false));
});

describe('a receipt', () => {
  it('says what it opened, or what was wrong', () => {
    expect(receiptData.parse(accepted)).toStrictEqual(accepted);
    expect(receiptData.parse(refused)).toStrictEqual(refused);
  });

  it.each([
    { ...accepted, problem },
    { ...accepted, disputeId: '1' },
    { ...refused, disputeId: accepted.disputeId },
    { ...refused, problem: { ...problem, value: '示例甲' } },
    { ...refused, outcome: 'pending' },
  ])('has no other shape: %#', (data) => expect(receiptData.safeParse(data).success).toBe(false));
});
