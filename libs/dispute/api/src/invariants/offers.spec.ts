import { ALL, offeredActions, type OfferedAction, type Value } from '@mediation/aggregate-api';
import {
  decide,
  evolve,
  initialDispute,
  type Context,
  type Dispute,
  type DisputeCommand,
  type DisputeRules,
  type KnownDispute,
} from '@mediation/dispute/domain';
import { addDays, parseBodyCode, type JsonObject } from '@mediation/kernel';
import fc from 'fast-check';
import { DISPUTE_CALLS } from '../dispute.calls';
import { askingOf } from '../offers/dispute-offers';
import { reachOf } from '../offers/reach';
import type { WhoIsWho } from '../offers/sight';
import { problemOf } from '../refusal-problems';
import { BODIES } from './bodies';
import { drawFrom } from './draw';
import { nextStep } from './next-step';
import { PLAIN_RULES } from './schedule';

const MEDIATORS = ['m1', 'm2', 'm3'].map((id) => ({ id, displayName: id }));
const who: WhoIsWho = {
  bodies: () => BODIES.map((code) => ({ ...parseBodyCode(code)!, nameZh: code })),
  nameOfBody: (code) => code,
  mediatorsOf: () => MEDIATORS,
  nameOfMediator: (id) => id,
  onRosterOf: () => ['m1', 'm2', 'm3'],
  offRosterOf: () => [],
};
/** Of every role there is: which of them may do what is the table's business, and no decision looks at it. */
const ROLES = [...new Set(DISPUTE_CALLS.routes.flatMap(({ roles }) => roles))].filter((role) => role !== 'system');

/** The tables differ by tier and role; the decisions do not, and it is those that are compared. */
const CALLS = {
  ...DISPUTE_CALLS,
  routes: DISPUTE_CALLS.routes.map((route) => ({ ...route, tiers: ALL, roles: ROLES })),
};

const contextAt = (n: number, org: string, rules: DisputeRules): Context => {
  const now = `${addDays('2025-03-08', Math.floor(n / 4))}T${String(9 + (n % 4)).padStart(2, '0')}:00:00+08:00`;
  return { actor: { sub: 'someone', org, roles: [] }, now, occurredAt: now, rules };
};

const offersFor = (dispute: Dispute, context: Context): readonly OfferedAction[] => {
  if (dispute.phase === 'absent') return [];
  const { org } = context.actor;
  const asking = askingOf({ dispute }, context, who);
  const tier = parseBodyCode(org)!.tier;
  return offeredActions({ calls: CALLS, asking, tier, id: 'd1' }, { sub: 'someone', org, roles: ROLES });
};

const same = (some: unknown, value: Value): boolean => String(some) === String(value);

/** Whether the data is among what was offered to choose from. */
const isOffered = (action: OfferedAction, data: JsonObject): boolean => {
  const fields = Object.entries(action.choices).filter(([field]) => !field.includes('/'));
  const required = (action.schema as { required?: string[] }).required ?? [];
  const inPath = DISPUTE_CALLS.routes.find(({ useCase }) => useCase === action.useCase)!.path.split('/');
  const address = action.path.split('/').slice(4);
  const atAddress = inPath
    .slice(1)
    .every(
      (part, n) =>
        !part.startsWith(':') || part === ':id' || same(data[part.slice(1)], decodeURIComponent(address[n] ?? '')),
    );
  return (
    atAddress &&
    required.every((field) => data[field] !== undefined) &&
    fields.every(([field, choices]) => {
      const sent = data[field];
      if (sent === undefined) return true;
      const values = Array.isArray(sent) ? sent : [sent];
      return values.every((value) =>
        choices.some(
          (choice) =>
            same(value, choice.value) &&
            Object.entries(choice.with ?? {}).every(([other, allowed]) =>
              allowed.length === 0 ? data[other] === undefined : allowed.some((each) => same(data[other], each)),
            ),
        ),
      );
    })
  );
};

/** A body that is not offered, being far away, may be named all the same. */
const isFarAway = (data: JsonObject, dispute: Dispute, { actor }: Context): boolean => {
  if (dispute.phase === 'absent') return false;
  const reach = reachOf(dispute.file, actor.org, who.bodies());
  return Object.values(data).some((value) => BODIES.some((code) => code === value) && !reach.includes(String(value)));
};

/** With what the interface fills in. */
const asSent = (command: DisputeCommand): DisputeCommand =>
  command.type === 'OpenDossier' ? { ...command, data: { assigned: { number: '1', year: 2025, serial: 1 } } } : command;

/** A form puts it right: by the field that the refusal names, or by what a candidate fills in. */
const isPutRight = (command: DisputeCommand, dispute: Dispute, context: Context): boolean => {
  const known = dispute as KnownDispute;
  const [candidate] = askingOf({ dispute: known }, context, who).probe(command.type).candidates;
  const filledIn = { ...command, data: { ...command.data, ...candidate?.filled } } as DisputeCommand;
  return [command, filledIn].some((each) => {
    const decision = decide(asSent(each), dispute, context);
    return decision.kind === 'accepted' || problemOf(decision.refusal).errors !== undefined;
  });
};

/** Only what is chosen is compared: what is only listed does not bind. */
const disagreement = (
  offers: readonly OfferedAction[],
  command: DisputeCommand,
  dispute: Dispute,
  context: Context,
) => {
  const data = command.data as unknown as JsonObject;
  const decision = decide(asSent(command), dispute, context);
  const actions = offers.filter(({ useCase, allowed }) => allowed && useCase === command.type);
  const offered = actions.some((action) => isOffered(action, data));
  if (decision.kind === 'accepted') {
    if (decision.events.length === 0 || offered || isFarAway(data, dispute, context)) return undefined;
    return `${command.type} ${JSON.stringify(data)} is accepted and was not offered: ${JSON.stringify(offers.filter(({ useCase }) => useCase === command.type).map(({ allowed, reasons, choices, path }) => ({ allowed, path, reasons: reasons.map(({ code }) => code), choices })))}`;
  }
  return offered && !isPutRight(command, dispute, context)
    ? `${command.type} ${JSON.stringify(data)} was offered and is refused: ${decision.refusal}`
    : undefined;
};

/** Plays a history, and compares at every step what is offered with what some plausible commands come to. */
const play = (numbers: readonly number[]): void => {
  let dispute: Dispute = initialDispute;
  numbers.forEach((number, n) => {
    const draw = drawFrom(number);
    const { actor, command } = nextStep(dispute, draw, n < 12);
    const context = contextAt(n, actor.org, PLAIN_RULES);
    if (dispute.phase !== 'absent' && !actor.roles.includes('system')) {
      const offers = offersFor(dispute, context);
      const tried = [command, ...Array.from({ length: 6 }, () => nextStep(dispute, draw, true).command)];
      for (const each of tried) {
        const wrong =
          each.type === 'RegisterDispute' || each.type === 'ReferDispute'
            ? undefined
            : disagreement(offers, each, dispute, context);
        if (wrong !== undefined) throw new Error(wrong);
      }
    }
    const decision = decide(command, dispute, context);
    if (decision.kind === 'accepted') dispute = decision.events.reduce(evolve, dispute);
  });
};

const RUNS = Number(process.env['FC_RUNS'] ?? 40);

it('offers what a decision would accept, and nothing that it refuses for anything but what a form puts right', () => {
  const seed = Number(process.env['FC_SEED'] ?? Date.now() % 2 ** 31);
  process.stdout.write(
    `可办事项 offers: 种子 seed ${seed}, ${RUNS} 段历史 histories (FC_SEED=${seed} 可重现 repeats it)\n`,
  );
  fc.assert(
    fc.property(fc.array(fc.noBias(fc.nat()), { minLength: 20, maxLength: 60 }), (numbers) => play(numbers)),
    { seed, numRuns: RUNS, endOnFailure: true },
  );
});
