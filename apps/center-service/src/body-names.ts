import { parseBodyCode, type BodyCode } from '@mediation/kernel';

/** What a body is called; undefined for one that the directory does not know. */
export type NameOfBody = (code: BodyCode) => string | undefined;

export interface BodyAnswer {
  readonly body: BodyCode;
  readonly name?: string;
}

export const bodyAnswer = (nameOf: NameOfBody, code: BodyCode): BodyAnswer => {
  const name = nameOf(code);
  return { body: code, ...(name !== undefined && { name }) };
};

/** With its kind and tier. */
export const describedBody = (nameOf: NameOfBody, code: BodyCode) => {
  const body = parseBodyCode(code);
  return { ...bodyAnswer(nameOf, code), ...(body && { kind: body.kind, tier: body.tier }) };
};
