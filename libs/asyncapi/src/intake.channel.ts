import {
  INTAKE_MESSAGES,
  INTAKE_TOPIC,
  intakeAttributes,
  RECEIPT_TYPE,
  receiptData,
  RECEIPTS_TOPIC,
  type IntakeType,
} from '@mediation/dispute/contracts';
import type { JsonObject } from '@mediation/kernel';
import { z } from 'zod';
import { messageOf, type Channel, type Wire } from './channel';
import type { Contract } from './contract';
import { jsonSchemaOf } from './json-schema';

const HOTLINE = 'urn:mediation:370402:hotline-12345';
const REPORT = {
  reference: '12345-20250303-000871',
  to: '370402102001-committee',
  occurredAt: '2025-03-03T09:15:00+08:00',
  disputeType: 'neighbourhood',
  facts: '来电人称邻居排水冲其院墙,双方争执。(示例)',
  headcount: 2,
  parties: [
    { role: 'applicant', name: '示例甲', phone: '13800000001', address: '示例村一排 1 号' },
    { role: 'respondent', name: '示例乙' },
  ],
};

const REFERRAL = {
  reference: '(2025)鲁0402民诉前调1号',
  from: '370402-court',
  to: '370402102-committee',
  kind: 'court-link',
  reason: 'pre-trial',
  disputeType: 'contract',
  facts: '买卖合同货款纠纷,庭前委派调解。(示例)',
  amountFen: 1250000,
  parties: [
    { role: 'applicant', name: '示例甲' },
    { role: 'respondent', kind: 'legal-person', name: '示例商贸有限公司' },
  ],
  replyBy: '2025-03-10',
};

const PROBLEM = {
  code: 'source-not-entitled',
  zh: '来源系统无权这样报送,请核对登记的类别、区域和机构。',
  en: 'The source may not file this; check the kind, the areas and the bodies it is registered with.',
};

const FILED: Readonly<Record<IntakeType, Omit<Contract, 'name' | 'direction' | 'schema'>>> = {
  'dispute.report-filed.v1': {
    title: '报送纠纷 Report filed',
    what: '请接收机构登记一件纠纷,并自此负责 The receiving body is to register a dispute and is responsible from then on',
    examples: [{ name: 'hotline', data: REPORT }],
  },
  'dispute.referral-filed.v1': {
    title: '委派、委托、移送 Referral filed',
    what: '移送一件纠纷;接收前责任仍在移送机构 A dispute is referred; the referring body stays responsible until it is accepted',
    examples: [{ name: 'court-pre-trial', data: REFERRAL }],
  },
};

export const intakeContracts = (): readonly Contract[] => [
  ...Object.entries(INTAKE_MESSAGES).map(([name, schema]): Contract => ({
    name,
    direction: 'in',
    schema,
    ...FILED[name as IntakeType],
  })),
  {
    name: RECEIPT_TYPE,
    direction: 'out',
    title: '回执 Intake receipt',
    what: '一件报送已登记,或被拒绝及其缘由 What was filed has been taken in, or refused and why',
    schema: receiptData,
    examples: [
      {
        name: 'accepted',
        data: {
          source: HOTLINE,
          reference: REPORT.reference,
          outcome: 'accepted',
          disputeId: '0195c3a0-0000-7000-8000-000000000001',
          revision: 0,
        },
      },
      {
        name: 'refused',
        data: { source: HOTLINE, reference: REPORT.reference, outcome: 'refused', problem: PROBLEM },
      },
    ],
  },
];

const SENT: Readonly<Record<IntakeType, JsonObject>> = {
  'dispute.report-filed.v1': { ce_id: '0195c3a0-3333-7000-8000-000000000001', ce_source: HOTLINE },
  'dispute.referral-filed.v1': {
    ce_id: '0195c3a0-3333-7000-8000-000000000002',
    ce_source: 'urn:mediation:370402:court',
  },
};

const JSON_TYPE = 'application/json';

/** Binary mode: the attributes as headers. */
const headersOf = (attributes: z.ZodObject): z.ZodObject =>
  z.looseObject({
    ...Object.fromEntries(Object.entries(attributes.shape).map(([name, schema]) => [`ce_${name}`, schema])),
    'content-type': z.string().startsWith(JSON_TYPE),
  });

const receiptAttributes = z.object({
  specversion: z.literal('1.0'),
  id: z.uuid().meta({ description: '同一回执同一标识 the same receipt has the same id' }),
  source: z.string().min(1).meta({ description: '哪个区收的 whose intake it is, e.g. /intake/370402' }),
  subject: z.string().optional().meta({ description: '登记成的流 the stream it opened, when accepted' }),
});

const wire = ({ name, schema }: Contract, attributes: z.ZodObject, headers: JsonObject, key: string): Wire => ({
  contentType: JSON_TYPE,
  key,
  headers: jsonSchemaOf(headersOf(attributes.extend({ type: z.literal(name) })), 'draft-7'),
  payload: jsonSchemaOf(schema, 'draft-7'),
  example: ({ data }) => ({
    headers: { ce_specversion: '1.0', ...headers, ce_type: name, 'content-type': JSON_TYPE },
    payload: data,
  }),
});

const messages = (direction: Contract['direction'], wireOf: (contract: Contract) => Wire) =>
  Object.fromEntries(
    intakeContracts()
      .filter((contract) => contract.direction === direction)
      .map((contract) => [contract.name, messageOf(contract, wireOf(contract))]),
  );

export const intakeChannel = (): Channel => ({
  topic: INTAKE_TOPIC,
  action: 'receive',
  replyTo: RECEIPTS_TOPIC,
  title: '外部系统报送 What outside systems file',
  description:
    '按(来源系统、其编号)只受理一次。Each (system, reference) is taken in once. CloudEvents 二进制或结构化模式均可 in binary or structured mode.',
  messages: messages('in', (contract) =>
    wire(
      contract,
      intakeAttributes,
      SENT[contract.name as IntakeType],
      '同键有序;不含个人信息 messages of one key are taken in order; nothing personal in it',
    ),
  ),
});

export const receiptsChannel = (): Channel => ({
  topic: RECEIPTS_TOPIC,
  action: 'send',
  title: '回执 Receipts',
  description:
    '每条读得懂的报送一份回执;重发得到同一份。One for each message that could be read; the same again for the same.',
  messages: messages('out', (contract) =>
    wire(
      contract,
      receiptAttributes,
      { ce_id: '8c1f6f0e-7d0b-5c39-9d3e-2f6f6a0f9a11', ce_source: '/intake/370402' },
      '来源系统与其编号的 SHA-256 a hash of the system and its reference',
    ),
  ),
});
