import { divisionCodeSchema, plainDateSchema, textSchema } from '@mediation/dispute/domain';
import { accept, covers, divisionOf, refuse } from '@mediation/kernel';
import { z } from 'zod';
import { isPlanner } from '../competence';
import { useCase } from '../use-case';
import { SCREENING_KINDS } from '../vocabulary';

const MOST_PLACES = 1_000;

/** 部署排查: which divisions go round, in which days, and until when they report. */
export const planScreening = useCase({
  name: 'PlanScreening',
  data: z.strictObject({
    kind: z.enum(SCREENING_KINDS).meta({ description: '集中排查 · 日常排查 a concentrated or a regular one' }),
    theme: textSchema(100).meta({ description: '主题，不写个人信息 the theme; nothing personal' }),
    from: plainDateSchema,
    to: plainDateSchema,
    dueOn: plainDateSchema.meta({ description: '报送截止日 the last day to report', examples: ['2025-01-27'] }),
    places: z
      .array(divisionCodeSchema)
      .min(1)
      .max(MOST_PLACES)
      .refine((places) => new Set(places).size === places.length, {
        error: '区划重复 / a division is named twice',
      })
      .meta({ description: '须报送的村居、乡镇街道或区 the divisions that are to report' }),
  }),
  places: ({ places }) => places,
  decide: (data, _, { actor }) => {
    if (!isPlanner(actor.org)) return refuse('not-a-planning-body');
    if (!data.places.every((place) => covers(divisionOf(actor.org), place))) return refuse('area-not-yours');
    if (data.to < data.from) return refuse('period-ends-before-it-begins');
    if (data.dueOn < data.to) return refuse('due-before-the-period-ends');
    return accept({ type: 'ScreeningPlanned', data: { planner: actor.org, ...data } });
  },
});
