import type { Ground, JsonObject } from '@mediation/kernel';
import type { Problem } from '@mediation/nest';
import type { ProblemRow } from './problem-row';

/** What a refusal rests on besides its own name. */
export interface Because {
  readonly ground?: Ground;
  readonly details?: JsonObject;
}

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

/** Every refusal of a domain as HTTP: leaving one out of the table does not compile. */
export const refusalProblems =
  <Refusal extends string>(rows: Readonly<Record<Refusal, ProblemRow>>) =>
  (refusal: Refusal, { ground, details }: Because = {}): Problem => {
    const row = rows[refusal];
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
