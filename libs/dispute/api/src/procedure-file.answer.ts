import {
  AID_DECISIONS,
  CHANNELS,
  CONFIRMATION_DECISIONS,
  COURT_MODES,
  COURT_PROCEDURES,
  COURT_RESULTS,
  MILESTONES,
  POLICE_DECISIONS,
  REMEDIES,
  REPORT_DUTIES,
} from '@mediation/dispute/domain';
import { listOf } from '@mediation/nest';
import { MATERIALS } from '@mediation/rules';
import { z } from 'zod';

const date = z.iso.date();
const texts = listOf(z.string());
const numbers = listOf(z.int());

const obligation = z.object({
  id: z.int(),
  debtor: z.string(),
  amountFen: z.int().optional(),
  dueOn: date,
  paidFen: z.int(),
  performed: z.boolean(),
});

export const agreement = z
  .object({
    n: z.int(),
    body: z.string(),
    mediators: texts,
    form: z.enum(['written', 'oral']),
    extent: z.enum(['full', 'partial']),
    obligations: listOf(obligation),
    signedBy: texts,
    mediatorSigned: z.boolean(),
    sealed: z.boolean(),
    lastActOn: date.optional(),
    status: z.enum(['signing', 'superseded', 'effective', 'performed', 'breached']),
    past: z.boolean(),
    terms: z.string().optional(),
    effectiveOn: date.optional(),
  })
  .meta({ id: 'Agreement' });

const courtReferral = z.object({
  court: z.string(),
  mode: z.enum(COURT_MODES),
  procedure: z.enum(COURT_PROCEDURES).optional(),
  returned: z.boolean(),
  result: z.enum(COURT_RESULTS).optional(),
});

const confirmation = z.object({
  agreement: z.int(),
  court: z.string(),
  status: z.enum(['offered', 'filed', 'accepted', ...CONFIRMATION_DECISIONS]),
});

const legalAid = z.object({
  n: z.int(),
  party: z.string(),
  center: z.string(),
  limitationEndsOn: date.optional(),
  status: z.enum(['applied', ...AID_DECISIONS, 'assigned', 'completed', 'terminated']),
});

const mediation = z.object({
  proceeding: z.int(),
  channel: z.enum(CHANNELS),
  body: z.string(),
  mediators: texts,
  rightsNotified: texts,
  sessions: listOf(z.object({ n: z.int(), attended: texts })),
});

const materialSignature = z.object({
  material: z.enum(MATERIALS),
  proceeding: z.int().optional(),
  session: z.int().optional(),
  agreement: z.int().optional(),
  party: z.string().optional(),
  mediator: z.string().optional(),
  sealedBy: z.string().optional(),
});

/** What a file has of the procedures around mediation. */
export const procedureShape = {
  courtReferral: courtReferral.optional(),
  undisputedFacts: listOf(z.object({ n: z.int(), signedBy: texts, facts: z.string().optional() })),
  serviceAddresses: texts,
  shamReported: z.boolean(),
  takenUpBy: texts,
  confirmations: listOf(confirmation),
  remedies: listOf(z.object({ agreement: z.int(), way: z.enum(REMEDIES) })),
  policeCase: z
    .object({ body: z.string(), noPenaltyFor: z.int().optional(), decision: z.enum(POLICE_DECISIONS).optional() })
    .optional(),
  policeReports: listOf(z.object({ duty: z.enum(REPORT_DUTIES), victim: z.string().optional(), to: z.string() })),
  certifiedPerformances: numbers,
  milestones: listOf(z.enum(MILESTONES)),
  legalAid: listOf(legalAid),
  limitationProofs: z.int(),
  firstRequestedAt: z.iso.datetime({ offset: true }),
  mediations: listOf(mediation),
  materials: listOf(z.object({ material: z.enum(MATERIALS), party: z.string().optional(), sheets: z.int() })),
  materialSignatures: listOf(materialSignature),
  dossier: z.object({ number: z.string(), body: z.string(), archivedOn: date.optional() }).optional(),
};
