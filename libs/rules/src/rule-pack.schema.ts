import { BODY_KINDS } from '@mediation/kernel';
import { z } from 'zod';
import {
  ACTS,
  EXPIRY_EFFECTS,
  FACTS,
  MATERIALS,
  MATTERS,
  OCCURRENCES,
  PAUSE_REASONS,
  PERIOD_UNITS,
  TAG_PREFIXES,
} from './vocabulary';

export const HANDOFF_KINDS = [
  'escalation',
  'directive',
  'transfer',
  'court-link',
  'police-link',
  'petition-link',
  'procuratorate-link',
  'legal-aid-link',
] as const;

/** `statute`: read in the text · `local-policy`: a choice of the place, which may differ · `unsure`: a default until confirmed. */
export const CERTAINTIES = ['statute', 'local-policy', 'unsure'] as const;
const certainty = z.enum(CERTAINTIES);

const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, { error: 'kebab-case' });

/** Where an entry comes from, so that whoever relies on it can check it. */
const provenance = {
  zh: z.string().min(1),
  en: z.string().min(1),
  /** The source's title and version, e.g. 医疗纠纷预防和处理条例(2018). */
  source: z.string().min(1),
  /** 第三十八条; `—` where no article says so. */
  article: z.string().min(1),
  /** Below the repository's docs, e.g. `laws/medical-dispute-regulation-2018.md#art-38`; absent where the text is not at hand. */
  link: z.string().min(1).optional(),
  /** When the source took effect. */
  effectiveOn: z.iso.date(),
  certainty,
  note: z.string().min(1).optional(),
};

/** Words of a closed list; the types of disputes, agencies' names and exemptions are for others to list. */
const WORDS: Readonly<Record<string, readonly string[] | undefined>> = {
  matter: MATTERS,
  fact: FACTS,
  body: BODY_KINDS,
  link: HANDOFF_KINDS,
  channel: ['peoples', 'administrative', 'judicial'],
  court: ['prefiling', 'postfiling', 'ordinary', 'summary'],
  form: ['oral', 'written'],
  difficulty: ['simple', 'general', 'complex', 'major', 'unassessed'],
};

/** A prefix and a word of its list, as far as there is one. */
export const isTag = (text: string): boolean => {
  const [prefix = '', word = '', ...rest] = text.split(':');
  return (
    rest.length === 0 &&
    (TAG_PREFIXES as readonly string[]).includes(prefix) &&
    /^[a-z0-9]+(-[a-z0-9]+)*$/.test(word) &&
    (WORDS[prefix]?.includes(word) ?? true)
  );
};
const tag = z.string().refine(isTag, { error: 'no such tag' });
const situation = {
  /** All of these hold. */
  when: z.array(tag).default([]),
  /** None of these holds. */
  unless: z.array(tag).default([]),
};

const period = { unit: z.enum(PERIOD_UNITS), length: z.number().int().min(1).max(400) };

export const clockRuleSchema = z.strictObject({
  ...provenance,
  ...situation,
  trigger: z.enum(OCCURRENCES),
  ...period,
  /** A second limit that runs beside it: the earlier of the two last days counts (山东 legal aid: 7 d and 5 wd). */
  orWithin: z.strictObject(period).optional(),
  /** Other lengths in other situations, the first that fits; e.g. 10 instead of 5 working days for a complex case. */
  otherwise: z.array(z.strictObject({ when: z.array(tag).min(1), ...period })).default([]),
  /** Whoever starts it may set another last day. */
  settable: z.boolean().default(false),
  /** Which suspensions stop it; every other lets it run. */
  pauses: z.array(z.enum(PAUSE_REASONS)).default([]),
  extension: z
    .strictObject({
      ...period,
      /** How many times. */
      count: z.number().int().min(1).max(10),
      /** Whose word it takes. */
      by: z.enum(['parties', 'authority', 'either']),
      article: z.string().min(1),
    })
    .optional(),
  /** What ends it in its subject. */
  endsOn: z.array(z.enum(OCCURRENCES)).min(1),
  /** 民法典 203, 民诉 85: a last day on a rest day or holiday moves to the next working day. Never for hours and minutes. */
  rolls: z.boolean().default(true),
  expiry: z.enum(EXPIRY_EFFECTS),
});

/** Something the law forbids in a situation. The first gate of an act that holds is the reason for the refusal. */
export const gateSchema = z.strictObject({
  ...provenance,
  ...situation,
  act: z.enum(ACTS),
  /** What to do instead, beside `zh` and `en`, which say what is forbidden. */
  adviceZh: z.string().min(1).optional(),
  adviceEn: z.string().min(1).optional(),
});

/** A material of the file: must be there, or if there is any, in a situation. */
export const materialSchema = z.strictObject({
  ...provenance,
  ...situation,
  material: z.enum(MATERIALS),
  presence: z.enum(['must', 'if-any']),
  /** Whose signatures it needs. */
  signedBy: z.array(z.enum(['applicant', 'parties', 'mediator', 'seal'])).default([]),
});

/** Who is spared the hardship review (legal aid), who may be mediated by whom, and other lists that a place keeps. */
export const listedSchema = z.strictObject({
  ...provenance,
  list: z.enum(['aid-no-hardship-check', 'aid-no-hardship-condition', 'agency-catalogue', 'retention']),
  value: z.string().min(1),
});

/** What a case is paid (以案定补): an amount, or a share of another rate's. Of one situation exactly one rate holds. */
export const subsidyRateSchema = z.strictObject({
  ...provenance,
  ...situation,
  pays: z.union([
    z.strictObject({ amountFen: z.number().int().min(0).max(10_000_000) }),
    z.strictObject({ percent: z.number().int().min(1).max(100), of: id }),
  ]),
});

/** A statutory holiday, for years whose arrangement is not published. */
export const holidaySchema = z.strictObject({
  ...provenance,
  /** Its first day: a date of the year (`01-01`), of the lunar year (`lunar 01-01`), the eve of one (`lunar 01-01 -1`) or 清明 (`term pure_brightness`). */
  starts: z.string().regex(/^(\d{2}-\d{2}|lunar \d{2}-\d{2}( -[1-9])?|term pure_brightness)$/),
  days: z.number().int().min(1).max(7),
});

const entries = <Entry extends z.ZodType>(entry: Entry) => z.record(id, entry.nullable()).default({});

/** `cn` · `cn-37` a province · `cn-3704` a city · `cn-370402` a district. */
const jurisdiction = z.string().regex(/^cn(-\d{2}|-\d{4}|-\d{6})?$/);
const layerId = z.string().regex(/^cn(-\d{2}|-\d{4}|-\d{6})?@\d{4}-\d{2}-\d{2}(\.r\d+)?$/);

/**
 * One layer: what a jurisdiction adds or changes from a date on. Once released it is never altered: a correction is a revision
 * (`cn@2025-01-01.r2`) that goes before it for new decisions, and leaves old ones as they were.
 */
export const layerSchema = z.strictObject({
  jurisdiction,
  effectiveOn: z.iso.date(),
  revision: z.number().int().min(2).optional(),
  /** The layer of the same jurisdiction that this one continues. */
  extends: layerId.optional(),
  /** An entry of `null` takes away what a layer below had. */
  clocks: entries(clockRuleSchema),
  gates: entries(gateSchema),
  materials: entries(materialSchema),
  listed: entries(listedSchema),
  subsidies: entries(subsidyRateSchema),
  holidays: entries(holidaySchema),
  bounceLimit: z.strictObject({ ...provenance, count: z.number().int().min(1).max(10) }).optional(),
});

export type HandoffKind = (typeof HANDOFF_KINDS)[number];
export type Certainty = (typeof CERTAINTIES)[number];
export type ClockRule = z.output<typeof clockRuleSchema>;
export type Gate = z.output<typeof gateSchema>;
export type MaterialRule = z.output<typeof materialSchema>;
export type Listed = z.output<typeof listedSchema>;
export type SubsidyRate = z.output<typeof subsidyRateSchema>;
export type Holiday = z.output<typeof holidaySchema>;
export type Layer = z.output<typeof layerSchema>;
