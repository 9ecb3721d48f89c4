import { ROLES } from '@mediation/access';
import { BODY_KINDS } from '@mediation/kernel';
import { listOf } from '@mediation/nest';
import { z } from 'zod';
import { TIERS } from '../fields';

const body = z.object({
  code: z.string(),
  kind: z.enum(BODY_KINDS),
  tier: z.enum(TIERS),
  division: z.string(),
  nameZh: z.string(),
  parent: z.string().optional().meta({ description: '指导或领导它的机构 who guides or leads it' }),
});

const mediator = z.object({
  id: z.string(),
  displayName: z.string().meta({ description: '只给登录的人看 shown to whoever has signed in, only' }),
  fullTime: z.boolean(),
  isChair: z.boolean(),
  specialties: listOf(z.string()),
  courtRosters: listOf(z.string()).meta({ description: '列入哪些法院的名册 courts on whose rosters he or she is' }),
});

const words = z.object({ zh: z.string(), en: z.string() });

export const directoryBodiesAnswer = z.object({ items: listOf(body) });
export const directoryBodyAnswer = body.extend({ mediators: listOf(mediator) });
export const divisionsAnswer = z.object({
  items: listOf(z.object({ code: z.string(), name: z.string(), tier: z.enum(TIERS), parent: z.string().optional() })),
});
export const meAnswer = z.object({
  sub: z.string(),
  org: z.string(),
  roles: listOf(z.string()),
  roleWords: z
    .record(z.string(), words)
    .meta({ description: `角色的名称 what the roles are called: ${ROLES.join(', ')}` }),
  body: body.optional().meta({ description: '名录中没有时缺 absent for a body that the directory does not have' }),
});
export const wordsAnswer = z.object({
  vocabularies: z.record(z.string(), z.record(z.string(), words)),
  fields: z.record(z.string(), words),
  roles: z.record(z.string(), words),
});

export type DirectoryBodies = z.output<typeof directoryBodiesAnswer>;
export type DirectoryBodyAnswer = z.output<typeof directoryBodyAnswer>;
export type DivisionsAnswer = z.output<typeof divisionsAnswer>;
export type Me = z.output<typeof meAnswer>;
export type WordsAnswer = z.output<typeof wordsAnswer>;
