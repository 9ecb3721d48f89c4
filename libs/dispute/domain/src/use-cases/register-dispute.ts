import { accept, covers, divisionOf, refuse } from '@mediation/kernel';
import { z } from 'zod';
import type { DataOf, DisputeEvent, Party, Personal } from '../dispute.events';
import { typeOfCategory } from '../classification/classification';
import { count, divisionCode, fen, PERSONAL, text } from '../fields';
import { useCase, type Context } from '../use-case';
import { DISPUTE_TYPES, PARTY_KINDS, PARTY_ROLES, SOURCES } from '../vocabulary';
import { category, classifiedAs } from './classify-dispute';

const party = z
  .strictObject({
    kind: z.enum(PARTY_KINDS).default('natural-person'),
    role: z.enum(PARTY_ROLES),
    minor: z.boolean().default(false).meta({ description: '未成年人 a minor' }),
    name: text(120).meta({ description: '姓名或名称 name', ...PERSONAL }),
    identityNumber: text(40)
      .optional()
      .meta({ description: '证件号码 identity number', ...PERSONAL }),
    phone: text(40)
      .optional()
      .meta({ description: '电话 phone', ...PERSONAL }),
    address: text(300)
      .optional()
      .meta({ description: '住址 address', ...PERSONAL }),
    health: text(1000)
      .optional()
      .meta({ description: '健康情况 health', ...PERSONAL }),
  })
  .meta({ description: '当事人 party' });

export const registration = z.strictObject({
  source: z.enum(SOURCES).meta({ description: '来源 source' }),
  disputeType: z.enum(DISPUTE_TYPES).meta({ description: '纠纷类型 type' }),
  category: category.optional(),
  place: divisionCode
    .optional()
    .meta({ description: '发生地区划代码，默认为登记机构所在地 where; default the registering body’s division' }),
  placeText: text(300)
    .optional()
    .meta({ description: '详细地点 place in words', ...PERSONAL }),
  facts: text(8000).meta({ description: '事实经过 facts', ...PERSONAL }),
  headcount: count.default(2).meta({ description: '涉及人数 people involved' }),
  amountFen: fen.optional(),
  parties: z.array(party).min(1).max(50),
});
export type Registration = z.output<typeof registration>;

const partiesOf = (data: Registration): readonly Party[] =>
  data.parties.map(({ kind, role, minor }, index) => ({ id: `p${index + 1}`, kind, role, minor }));

const personalOf = (data: Registration): Personal => ({
  ...Object.fromEntries(
    data.parties.map(({ name, identityNumber, phone, address, health }, index) => [
      `p${index + 1}`,
      { name, identityNumber, phone, address, health },
    ]),
  ),
  file: { text: data.facts, address: data.placeText },
});

/** The registering body is responsible from the first moment (首问责任). */
const registered = (data: Registration, { actor, occurredAt }: Context): DataOf<'DisputeRegistered'> => ({
  source: data.source,
  disputeType: data.disputeType,
  custodian: actor.org,
  place: data.place ?? divisionOf(actor.org),
  parties: partiesOf(data),
  headcount: data.headcount,
  amountFen: data.amountFen,
  registeredAt: occurredAt,
  personal: personalOf(data),
});

/** What opens a file: the registration, and its fine code where one was given. */
export const opening = (data: Registration, context: Context): readonly DisputeEvent[] => [
  { type: 'DisputeRegistered', data: registered(data, context) },
  ...(data.category === undefined ? [] : [classifiedAs(data.category)]),
];

export const registrationRefusal = (data: Registration, { actor }: Context) => {
  if (!data.parties.some((each) => each.role === 'applicant')) return 'applicant-missing' as const;
  // A village's own people may quarrel in the next village, but hardly in another district.
  if (data.place !== undefined && !covers(divisionOf(actor.org).slice(0, 6), data.place))
    return 'place-outside-area' as const;
  if (data.category !== undefined && typeOfCategory(data.category) !== data.disputeType)
    return 'category-of-another-type' as const;
  return undefined;
};

/** 登记: opens the file. */
export const registerDispute = useCase({
  name: 'RegisterDispute',
  data: registration,
  decide(data, dispute, context) {
    if (dispute.phase !== 'absent') return refuse('dispute-exists');
    const refusal = registrationRefusal(data, context);
    return refusal ? refuse(refusal) : accept(...opening(data, context));
  },
});
