import { bodyCodeSchema, divisionCodeSchema, SOURCES } from '@mediation/dispute/domain';
import { covers, divisionOf, parseBodyCode, StartError } from '@mediation/kernel';
import { z } from 'zod';

const system = z.strictObject({
  id: z.string().min(1).max(200).meta({ description: 'CloudEvents source' }),
  name: z.string().min(1),
  /** What its disputes have as 来源. */
  kind: z.enum(SOURCES),
  files: z.array(z.enum(['report', 'referral'])).min(1),
  /** Divisions whose bodies it may file to. */
  areas: z.array(divisionCodeSchema).min(1),
  /** Bodies in whose name it refers. */
  speaksFor: z.array(bodyCodeSchema).default([]),
});
export type IntakeSystem = z.output<typeof system>;

const registry = z.strictObject({
  /** Whose intake this is. */
  district: z.string().regex(/^\d{6}$/),
  systems: z.array(system).refine((all) => new Set(all.map(({ id }) => id)).size === all.length, {
    error: '来源系统重复 / a system is listed twice',
  }),
});

/** The outside systems that may file, and what each may. */
export interface IntakeSources {
  /** The CloudEvents source of the receipts. */
  readonly self: string;
  find(id: string): IntakeSystem | undefined;
  /** Whether the body is another district's, whose own intake reads the same topic. */
  isElsewhere(to: unknown): boolean;
}

/** @throws StartError that names every wrong place of the registry */
export const intakeSources = (json: unknown): IntakeSources => {
  const parsed = registry.safeParse(json);
  if (!parsed.success) {
    const places = parsed.error.issues.map(({ path, message }) => `/${path.join('/')}: ${message}`).join('; ');
    throw new StartError('来源系统登记表有误', `the registry of intake systems is not right: ${places}`);
  }
  const byId = new Map(parsed.data.systems.map((each) => [each.id, each]));
  const { district } = parsed.data;
  return {
    self: `/intake/${district}`,
    find: (id) => byId.get(id),
    isElsewhere: (to) => typeof to === 'string' && parseBodyCode(to) !== undefined && !covers(district, divisionOf(to)),
  };
};
