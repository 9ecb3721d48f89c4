import {
  completenessOf,
  DIFFICULTY_CLASSES,
  isComplete,
  type DisputeRules,
  type KnownDispute,
  type Mediation,
} from '@mediation/dispute/domain';
import type { BodyCode } from '@mediation/kernel';
import { z } from 'zod';

export const CASE_RESULTS = ['written-agreement', 'oral-agreement', 'failed', 'none'] as const;
export type CaseResult = (typeof CASE_RESULTS)[number];

/** What a decision knows of the dispute and its file, at the revision that was read. No caller says it: the interface reads the journal. */
export const caseFactsSchema = z.strictObject({
  revision: z.int().min(0),
  /** The committee that keeps the file, or, while there is none, that mediated last; absent when none ever did. */
  body: z.string().optional(),
  dossier: z.string().optional(),
  complete: z.boolean(),
  archived: z.boolean(),
  result: z.enum(CASE_RESULTS),
  difficulty: z.enum([...DIFFICULTY_CLASSES, 'unassessed']),
  mediators: z.array(z.string()),
  presenceProved: z.boolean(),
  factsConfirmed: z.boolean(),
  routesTold: z.boolean(),
});
export type CaseFacts = z.output<typeof caseFactsSchema>;

const byCommittees = ({ file }: KnownDispute): readonly Mediation[] =>
  file.mediations.filter(({ channel }) => channel === 'peoples');

const keeperOf = (dispute: KnownDispute): BodyCode | undefined =>
  dispute.file.dossier?.body ?? byCommittees(dispute).at(-1)?.body;

const endedAsFailed = (dispute: KnownDispute): boolean =>
  (dispute.phase === 'ended' || dispute.phase === 'closed') && dispute.outcome === 'failed';

/** What the keeping committee brought about: a draft and what another agreement replaced bind nobody. */
const resultOf = (dispute: KnownDispute, body: BodyCode | undefined): CaseResult => {
  const bound = dispute.file.agreements.filter(
    (each) => each.body === body && each.status !== 'signing' && each.status !== 'superseded',
  );
  if (bound.some(({ form }) => form === 'written')) return 'written-agreement';
  if (bound.length > 0) return 'oral-agreement';
  return endedAsFailed(dispute) ? 'failed' : 'none';
};

/** A failed dispute is closed only with its parties told (人民调解法 art. 26). */
const wereRoutesTold = (dispute: KnownDispute): boolean =>
  endedAsFailed(dispute) && (dispute.phase === 'closed' || (dispute.phase === 'ended' && dispute.routesTold));

/** 固定证据、在场佐证: what the file proves of the work that was done. */
const proofIn = ({ file }: KnownDispute, own: readonly Mediation[]) => {
  const everyParty = (ids: readonly string[]): boolean => file.parties.every(({ id }) => ids.includes(id));
  return {
    presenceProved: own.some(({ sessions }) => sessions.some(({ attended }) => everyParty(attended))),
    factsConfirmed: file.undisputedFacts.some(({ signedBy }) => everyParty(signedBy)),
  };
};

export const caseFactsOf = (
  dispute: KnownDispute,
  revision: number,
  rules: Pick<DisputeRules, 'materialsFor'>,
): CaseFacts => {
  const { file } = dispute;
  const body = keeperOf(dispute);
  const own = byCommittees(dispute).filter((each) => each.body === body);
  return {
    revision,
    ...(body !== undefined && { body }),
    ...(file.dossier && { dossier: file.dossier.number }),
    complete: file.dossier !== undefined && isComplete(completenessOf(dispute, rules)),
    archived: file.dossier?.archivedOn !== undefined,
    result: resultOf(dispute, body),
    difficulty: file.difficulty ?? 'unassessed',
    mediators: [...new Set(own.flatMap(({ mediators }) => mediators))],
    ...proofIn(dispute, own),
    routesTold: wereRoutesTold(dispute),
  };
};
