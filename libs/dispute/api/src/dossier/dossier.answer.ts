import { listOf } from '@mediation/nest';
import { CERTAINTIES, MATERIALS } from '@mediation/rules';
import { z } from 'zod';

const date = z.iso.date();

const missingPart = z.object({
  what: z.enum(['paper', 'signature']),
  proceeding: z.int().optional(),
  session: z.int().optional(),
  agreement: z.int().optional(),
  party: z.string().optional(),
  by: z.enum(['mediator', 'seal']).optional(),
  zh: z.string(),
});

const item = z.object({
  item: z.int().min(1).max(13),
  material: z.enum(MATERIALS),
  presence: z.enum(['must', 'if-any', 'not-applicable']),
  present: z.boolean(),
  missing: listOf(missingPart),
  zh: z.string().optional(),
  en: z.string().optional(),
  source: z.string().optional(),
  article: z.string().optional(),
  link: z.string().optional(),
  certainty: z.enum(CERTAINTIES).optional(),
});

export const dossierAnswer = z
  .object({
    id: z.string(),
    revision: z.int(),
    body: z.string().meta({ description: '立卷机构 whose file it is' }),
    number: z.string().optional().meta({
      description: '卷号；尚未立卷时没有 absent until the file is opened',
      example: '(2026)永安人调字第17号',
    }),
    archivedOn: date.optional(),
    complete: z.boolean().meta({ description: '没有缺少的材料和签名 nothing is missing' }),
    items: listOf(item),
  })
  .meta({ id: 'DossierStanding' });

export const documentsAnswer = z
  .object({
    id: z.string(),
    items: listOf(
      z.object({
        id: z.string(),
        zh: z.string(),
        en: z.string(),
        item: z.int().optional(),
        basis: z.string(),
        href: z.string(),
      }),
    ),
  })
  .meta({ id: 'Documents' });

export const dossierNumbersAnswer = z
  .object({
    body: z.string(),
    year: z.int(),
    items: listOf(
      z.object({
        serial: z.int(),
        number: z.string(),
        state: z.enum(['used', 'allocated-not-used']).meta({
          description: '已用；或已编未用：立卷没有完成 used, or set aside for a file that was not opened',
        }),
        allocatedAt: z.iso.datetime({ offset: true }),
        dispute: z.string().optional(),
      }),
    ),
    next: z.string().optional(),
  })
  .meta({ id: 'DossierNumbers' });

export type DossierAnswer = z.output<typeof dossierAnswer>;
export type DocumentsAnswer = z.output<typeof documentsAnswer>;
export type DossierNumbersAnswer = z.output<typeof dossierNumbersAnswer>;
