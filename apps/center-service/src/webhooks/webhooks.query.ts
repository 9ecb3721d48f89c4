import { parseBodyCode } from '@mediation/kernel';
import { z } from 'zod';
import { divisionCode } from '../fields';

const TYPE = /^[A-Z][A-Za-z]{2,59}$/;

const url = z
  .url({ protocol: /^https?$/ })
  .max(2_000)
  .meta({
    description: '接收地址，须为 https；本机试用可为 http must be https, but for a local trial',
    example: 'https://partner.example/mediation-events',
  });
const types = z
  .array(z.string().regex(TYPE, { error: '事件类型如 HandoffOffered / a type of event is like that' }))
  .min(1)
  .max(100)
  .nullable()
  .meta({ description: '只要这些类型；null 为全部 these types only; null: all' });
const division = divisionCode
  .nullable()
  .meta({ description: '只要发生在此区划的；null 为全部 of disputes placed here' });
const description = z.string().trim().max(300);

export const subscribeBody = z.strictObject({
  url,
  body: z
    .string()
    .max(64)
    .refine((code) => parseBodyCode(code) !== undefined, { error: '应为机构代码 / a body code' })
    .meta({
      description: '接收机构：只送其有权知悉的 whose it is; told is what that body may know',
      example: '370402-center',
    }),
  types: types.default(null),
  division: division.default(null),
  description: description.default(''),
});
export type Subscribe = z.output<typeof subscribeBody>;

export const changeBody = z
  .strictObject({
    url,
    types,
    division,
    description,
    state: z
      .enum(['active', 'paused'])
      .meta({ description: '暂停期间照样积存，恢复后补送 what comes while paused is told later' }),
  })
  .partial();
export type Change = z.output<typeof changeBody>;

export const rotateBody = z.strictObject({
  keepOldHours: z
    .int()
    .min(0)
    .max(168)
    .default(24)
    .meta({ description: '旧密钥继续有效的小时数 hours the old secret stays good' }),
});

export const replayBody = z.strictObject({
  dispute: z.uuid().optional().meta({ description: '只补送这一件；不填为全部 one dispute; absent: all' }),
});

export const subscriptionId = z.object({ id: z.uuid() });
