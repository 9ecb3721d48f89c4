import { z } from 'zod';
import { PERIOD_UNITS } from './period';

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

/** What mediation is under way: a channel as such, or a narrower kind of it that has a limit of its own. */
export const MEDIATION_TRACKS = [
  'peoples',
  'administrative',
  'judicial',
  'medical',
  'court-prefiling',
  'court-ordinary',
  'court-summary',
] as const;

/** `statute`: read in the text · `local-policy`: a choice of the place, which may differ · `unsure`: a default until confirmed. */
const certainty = z.enum(['statute', 'local-policy', 'unsure']);

/** Where a number comes from, so that whoever relies on it can check it. */
const provenance = z.strictObject({
  title: z.string().min(1),
  article: z.string().min(1),
  effectiveOn: z.iso.date(),
  source: z.string().min(1),
  certainty,
  note: z.string().min(1).optional(),
});

const length = z.number().int().min(1).max(400);

/** `hard`: expiry has a legal effect · `soft`: it only alerts. */
const limit = provenance.extend({ unit: z.enum(PERIOD_UNITS), length, expiry: z.enum(['soft', 'hard']) });

export const rulePackSchema = z.strictObject({
  jurisdiction: z.string().regex(/^cn(-\d{2})?$/),
  effectiveOn: z.iso.date(),
  handoffReply: z.record(z.enum(HANDOFF_KINDS), limit),
  mediation: z.partialRecord(z.enum(MEDIATION_TRACKS), limit),
  bounceLimit: provenance.extend({ count: z.number().int().min(1).max(10) }),
});

export type HandoffKind = (typeof HANDOFF_KINDS)[number];
export type MediationTrack = (typeof MEDIATION_TRACKS)[number];
export type Certainty = z.output<typeof certainty>;
export type Limit = z.output<typeof limit>;
export type RulePackData = z.output<typeof rulePackSchema>;
