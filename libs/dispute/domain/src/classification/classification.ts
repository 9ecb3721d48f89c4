import { CERTAINTIES } from '@mediation/rules';
import { z } from 'zod';
import { DISPUTE_TYPES, type DisputeType } from '../vocabulary';
import data from './categories.json';

/** The types of 矛盾纠纷排查情况表, in the order of the form (domain.md §3 B). */
export const GOVERNANCE_TYPES = [
  'ethnic-religious',
  'demobilised-soldiers',
  'expropriation-demolition',
  'building-property',
  'land-mineral-title',
  'economic-activity',
  'labour-pay',
  'enterprise-restructuring',
  'environment',
  'judicial-activity',
  'administrative-enforcement',
  'school',
  'maritime-fishery',
  'official-conduct',
  'village-affairs',
  'land-contract-assets',
  'marriage-family-neighbourhood',
  'medical',
  'other',
] as const;
export type GovernanceType = (typeof GOVERNANCE_TYPES)[number];

/** A fine code of the classification; more are added, none is taken away, since events keep them. */
export type CategoryCode = string;

const entry = z.strictObject({
  zh: z.string().min(1),
  en: z.string().min(1),
  source: z.string().min(1),
  certainty: z.enum(CERTAINTIES),
  note: z.string().min(1).optional(),
});

/** A dispute is coded once, finely; both coarse codings follow from that, so that their totals can be held against each other. */
const schema = z.strictObject({
  types: z.record(z.enum(DISPUTE_TYPES), entry),
  governance: z.record(z.enum(GOVERNANCE_TYPES), entry),
  categories: z.record(
    z.string().regex(/^[a-z]+(-[a-z]+)*$/),
    entry.extend({
      type: z.enum(DISPUTE_TYPES),
      governance: z.enum(GOVERNANCE_TYPES),
      /** What a dispute of the type has that nobody has classified further. */
      default: z.literal(true).optional(),
    }),
  ),
});

export const CLASSIFICATION = schema.parse(data);
export type Category = (typeof CLASSIFICATION.categories)[CategoryCode];

export const CATEGORY_CODES: readonly CategoryCode[] = Object.keys(CLASSIFICATION.categories);

export const categoryOf = (code: CategoryCode): Category | undefined => CLASSIFICATION.categories[code];

const defaults = new Map(
  Object.entries(CLASSIFICATION.categories)
    .filter(([, category]) => category.default)
    .map(([code, { type }]): [DisputeType, CategoryCode] => [type, code]),
);

/** The type of the justice form that a known code belongs to. */
export const typeOfCategory = (code: CategoryCode): DisputeType => {
  const category = categoryOf(code);
  if (category === undefined) throw new Error(`no category ${code}`);
  return category.type;
};

/** 未细分: the code of a dispute that is known by its type alone. */
export const defaultCategoryOf = (type: DisputeType): CategoryCode => {
  const code = defaults.get(type);
  if (code === undefined) throw new Error(`no default category for ${type}`);
  return code;
};
