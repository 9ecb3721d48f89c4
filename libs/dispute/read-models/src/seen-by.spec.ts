import fc from 'fast-check';
import {
  evolve,
  initialDispute,
  maySee,
  oversees,
  type DisputeFile,
  type KnownDispute,
  type PendingHandoff,
} from '@mediation/dispute/domain';
import { bodyCode, BODY_KINDS } from '@mediation/kernel';
import { oversightKeys, seenBy, sightOf } from './seen-by';
import { registered } from './spec/story';

const DIVISIONS = ['370402', '370403', '370402102', '370402103', '370402102001', '370402102002', '370402103001'];
const body = fc
  .tuple(fc.constantFrom(...DIVISIONS), fc.constantFrom(...BODY_KINDS))
  .map(([division, kind]) => bodyCode(division, kind));

const start = evolve(initialDispute, registered()) as KnownDispute;
const dispute = fc
  .record({
    heldBy: fc.array(body, { minLength: 1, maxLength: 3 }),
    to: fc.option(body, { nil: undefined }),
    units: fc.option(fc.array(body, { maxLength: 2 }), { nil: undefined }),
    centers: fc.array(body, { maxLength: 1 }),
    police: fc.array(body, { maxLength: 1 }),
  })
  .map(({ heldBy, to, units, centers, police }): KnownDispute => {
    const handoff: PendingHandoff | undefined =
      to === undefined
        ? undefined
        : { id: 'h1', kind: 'transfer', from: heldBy[0]!, to, replyBy: '2025-03-01', acknowledged: false };
    const emergency = units && {
      people: 1,
      units: Object.fromEntries(units.map((unit) => [unit, 'dispatched' as const])),
      concluded: false,
    };
    const legalAid = centers.map((center) => ({
      n: 1,
      party: 'p1',
      center,
      limitationEndsOn: undefined,
      status: 'applied' as const,
    }));
    const policeReports = police.map((told) => ({ duty: 'crime-risk' as const, victim: undefined, to: told }));
    const procedures = { legalAid, policeReports };
    const file: DisputeFile = {
      ...start.file,
      ...procedures,
      heldBy,
      custodian: heldBy.at(-1)!,
      handoff,
      emergency,
    };
    return { phase: 'registered', file };
  });

const matches = (keys: readonly string[] | 'everything', file: DisputeFile): boolean =>
  keys === 'everything' || seenBy(file).some((key) => keys.includes(key));

it('agrees with the domain on who may see what', () => {
  fc.assert(
    fc.property(dispute, body, fc.constantFrom('mediator', 'system'), (known, org, role) => {
      const viewer = { org, roles: [role] };
      expect(matches(sightOf(viewer), known.file)).toBe(maySee(viewer, known));
    }),
    { numRuns: 5_000 },
  );
});

it('agrees with the domain on who oversees what', () => {
  fc.assert(
    fc.property(dispute, body, (known, org) => {
      expect(matches(oversightKeys({ org, roles: [] }), known.file)).toBe(oversees(org, known.file));
    }),
    { numRuns: 5_000 },
  );
});

it('lets an auditor read its own division, whatever its body', () => {
  const viewer = { org: '370402102-police', roles: ['auditor'] };
  expect(sightOf(viewer)).toEqual(['370402102-police', 'area:370402102']);
  expect(matches(sightOf(viewer), start.file)).toBe(true);
  expect(matches(sightOf({ ...viewer, org: '370402103-police' }), start.file)).toBe(false);
});
