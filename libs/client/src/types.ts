import type { components, operations } from './generated/api';

/** A named schema of the document, e.g. `Schema<'CenterDispute'>`. */
export type Schema<Name extends keyof components['schemas']> = components['schemas'][Name];

type Content<Part> = Part extends { content: { 'application/json': infer Body } } ? Body : never;

/** What an operation is sent, e.g. `BodyOf<'villageRegisterDispute'>`. */
export type BodyOf<Id extends keyof operations> = Content<
  NonNullable<operations[Id] extends { requestBody?: infer Body } ? Body : never>
>;

/** What an operation answers when it succeeds. */
export type AnswerOf<Id extends keyof operations> = Content<
  operations[Id]['responses'] extends { 200: infer Ok } | { 201: infer Ok } ? Ok : never
>;
