import { z } from 'zod';

const json = z.record(z.string(), z.unknown());

const wordsShape = { zh: z.string(), en: z.string() };

const reasonSchema = z.strictObject({
  code: z.string().meta({ description: '与拒绝时相同的代码 the same code as in a refusal' }),
  ...wordsShape,
  article: z.string().optional().meta({ description: '依据的条文 the article it rests on' }),
  details: json.optional().meta({ description: '具体缺什么 what exactly stands in the way' }),
});

const choiceSchema = z.strictObject({
  value: z.union([z.string(), z.number(), z.boolean()]),
  ...wordsShape,
  with: z
    .record(z.string(), z.array(z.union([z.string(), z.number(), z.boolean()])))
    .optional()
    .meta({
      description:
        '只与其他字段的这些值相配；空列表表示不与该字段并用 goes only with these values of other fields; with an empty list, only without that field',
    }),
});

export const offeredActionSchema = z.strictObject({
  useCase: z.string(),
  ...wordsShape,
  path: z.string().meta({
    description: '提交地址；不能进行时可能含 {参数} where to POST; with {parameters} where it is not allowed',
  }),
  allowed: z.boolean(),
  reasons: z.array(reasonSchema).meta({ description: '为何不能，能时为空 why not; empty when it is allowed' }),
  schema: json.meta({ description: '请求体的 JSON Schema of the body' }),
  example: json,
  choices: z.record(z.string(), z.array(choiceSchema)).meta({
    description: '各字段可选的值 values to choose from, by field; obligations/debtor is a field within a list',
  }),
});

export const offeredActionsSchema = z.strictObject({
  id: z.string(),
  revision: z.int(),
  actions: z.array(offeredActionSchema),
});
/** What opens a new one. */
export const offeredOpeningsSchema = offeredActionsSchema.pick({ actions: true });

export type OfferedAction = z.output<typeof offeredActionSchema>;
export type OfferedActions = z.output<typeof offeredActionsSchema>;
export type OfferedOpenings = z.output<typeof offeredOpeningsSchema>;
export type Choice = z.output<typeof choiceSchema>;
export type Reason = z.output<typeof reasonSchema>;
