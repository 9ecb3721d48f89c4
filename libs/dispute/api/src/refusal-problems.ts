import type { DisputeRefusal } from '@mediation/dispute/domain';
import type { Ground, JsonObject } from '@mediation/kernel';
import type { Problem } from '@mediation/nest';
import { AUTHORITY_PROBLEMS } from './authority.problems';
import { COURT_PROBLEMS } from './court.problems';
import { DOSSIER_PROBLEMS } from './dossier.problems';
import { MEDIATION_PROBLEMS } from './mediation.problems';
import type { ProblemRow } from './problem-row';
import { TIME_LIMIT_PROBLEMS } from './time-limit.problems';

/** Every refusal of the domain as HTTP: leaving one out does not compile. */
const REFUSAL_ROWS: Readonly<Record<DisputeRefusal, ProblemRow>> = {
  ...MEDIATION_PROBLEMS,
  ...TIME_LIMIT_PROBLEMS,
  ...COURT_PROBLEMS,
  ...AUTHORITY_PROBLEMS,
  ...DOSSIER_PROBLEMS,
};

const sentence = (text: string, advice: string | undefined): string =>
  advice === undefined ? text : `${text}${advice}`;

/** The law's own words take the place of the table's. */
const wordsOf = (row: ProblemRow, ground: Ground | undefined) =>
  ground === undefined
    ? { zh: row.zh, en: row.en }
    : { zh: sentence(ground.zh, ground.adviceZh), en: sentence(`${ground.en} `, ground.adviceEn).trim() };

const extensionsOf = (article: string | undefined, ground: Ground | undefined): Problem['extensions'] => {
  if (ground === undefined) return article === undefined ? undefined : { article };
  const { rule, source, link, certainty, pack } = ground;
  return { article: `《${source}》${ground.article}`, rule, certainty, pack, ...(link !== undefined && { link }) };
};

type Because = { readonly ground?: Ground; readonly details?: JsonObject };

export const problemOf = (refusal: DisputeRefusal, { ground, details }: Because = {}): Problem => {
  const row = REFUSAL_ROWS[refusal];
  const words = wordsOf(row, ground);
  const extensions = { ...extensionsOf(row.article, ground), ...details };
  return {
    status: row.status,
    ...words,
    code: refusal,
    ...(row.field && { errors: [{ pointer: row.field, message: `${words.zh} / ${words.en}` }] }),
    ...(Object.keys(extensions).length > 0 && { extensions }),
  };
};
