import type { JsonObject, Tier } from '@mediation/kernel';
import type { Principal } from '@mediation/nest';
import type { AggregateCalls, AggregateCommand, Words } from './aggregate-calls';
import { choicesOf, fieldsChosen, fieldsNeeded } from './choices';
import type { OfferedAction, Reason } from './offered-actions.schema';
import { requestSchema, wordsOfFields } from './openapi';
import { askAll, type Asked, type Asking, type Probe, type Value } from './probe';
import type { Route } from './route';

const MOST_REASONS = 3;
const DONE_ALREADY: Reason = { code: 'done-already', zh: '已经办过，无需再办。', en: 'This is done already.' };

const pathParams = ({ path }: Route): readonly string[] =>
  [...path.matchAll(/:(\w+)/g)].map(([, name]) => name ?? '').filter((name) => name !== 'id');

interface Described {
  readonly schema: ReturnType<typeof requestSchema>;
  readonly words: ReadonlyMap<string, Words>;
}

/** What a form is made of; it costs some milliseconds, and is the same as long as the process lives. */
const described = new WeakMap<Route, Described>();
const describe = <Command extends AggregateCommand>(
  calls: Pick<AggregateCalls<Command, never>, 'useCase' | 'words'>,
  route: Route<Command['type']>,
): Described => {
  const found = described.get(route) ?? {
    schema: requestSchema(calls, route),
    words: wordsOfFields(calls, route.useCase),
  };
  described.set(route, found);
  return found;
};

const requiring = (schema: ReturnType<typeof requestSchema>, fields: readonly string[]): JsonObject => {
  const required = [...new Set([...(schema.required ?? []), ...fields])];
  return (required.length > 0 ? { ...schema, required } : schema) as JsonObject;
};

const reasonOf = <Refusal extends string>(
  { problemOf }: Pick<AggregateCalls<never, Refusal>, 'problemOf'>,
  verdict: Exclude<Asked<Refusal>['verdict'], 'possible'>,
): Reason => {
  if (verdict === 'done-already') return DONE_ALREADY;
  const { code, zh, en, extensions = {} } = problemOf(verdict.refusal, verdict);
  const { article, ...details } = extensions;
  return {
    code,
    zh,
    en,
    ...(typeof article === 'string' && { article }),
    ...(Object.keys(details).length > 0 && { details }),
  };
};

/** Why none of them may be done: each reason once. */
const reasonsOf = <Refusal extends string>(
  calls: Pick<AggregateCalls<never, Refusal>, 'problemOf'>,
  asked: readonly Asked<Refusal>[],
): Reason[] => {
  const reasons = new Map<string, Reason>();
  for (const { verdict } of asked) {
    if (verdict === 'possible') continue;
    const reason = reasonOf(calls, verdict);
    if (!reasons.has(reason.code)) reasons.set(reason.code, reason);
  }
  return [...reasons.values()].slice(0, MOST_REASONS);
};

type Fits = readonly Asked<string>['chosen'][];

/** Candidates that are sent to the same address. */
const byAddress = (fits: Fits, params: readonly string[]): readonly Fits[] => {
  const groups = new Map<string, Asked<string>['chosen'][]>();
  for (const chosen of fits) {
    const key = JSON.stringify(params.map((name) => chosen[name]));
    const group = groups.get(key) ?? [];
    group.push(chosen);
    groups.set(key, group);
  }
  return [...groups.values()];
};

interface Offering<Command extends AggregateCommand, Refusal extends string> {
  readonly calls: AggregateCalls<Command, Refusal>;
  readonly asking: Asking<Command, Refusal>;
  readonly tier: Tier;
  /** Undefined for what opens a new one. */
  readonly id: string | undefined;
}

const addressOf = ({ path }: Route, { tier, id }: { tier: Tier; id: string | undefined }, of: Fits[number]) => {
  const segment = (name: string): string => {
    const value = name === 'id' ? id : of[name];
    return value === undefined ? `{${name}}` : encodeURIComponent(String(value));
  };
  return `/api/${tier}/v1${path.replace(/:(\w+)/g, (_, name: string) => segment(name))}`;
};

const labelling =
  <Command extends AggregateCommand, Refusal extends string>(
    calls: AggregateCalls<Command, Refusal>,
    asking: Asking<Command, Refusal>,
    route: Route<Command['type']>,
  ) =>
  (field: string, value: Value): Words =>
    asking.labelOf(field, value) ??
    describe(calls as never, route).words.get(`${field}=${value}`) ?? { zh: String(value), en: String(value) };

const offerTo = <Command extends AggregateCommand, Refusal extends string>(
  { calls, asking, tier, id }: Offering<Command, Refusal>,
  route: Route<Command['type']>,
  { fits, listed }: { readonly fits: Fits; readonly listed: NonNullable<Probe['listed']> },
): OfferedAction => {
  const params = pathParams(route);
  const fields = fieldsChosen(fits, params);
  const { schema } = describe(calls as never, route);
  const labelOf = labelling(calls, asking, route);
  return {
    useCase: route.useCase,
    zh: route.zh,
    en: route.en,
    path: addressOf(route, { tier, id }, fits[0] ?? {}),
    allowed: true,
    reasons: [],
    schema: requiring(schema, fieldsNeeded(fits, fields)),
    example: Object.fromEntries(Object.entries(calls.examples[route.useCase as Command['type']])),
    choices: {
      ...Object.fromEntries(
        Object.entries(listed).map(([field, values]) => [
          field,
          values.map((value) => ({ value, ...labelOf(field, value) })),
        ]),
      ),
      ...choicesOf(fits, fields, labelOf),
    },
  };
};

/** Tells actions at several addresses apart. */
const named = (
  action: OfferedAction,
  of: Fits[number],
  { params, labelOf }: { readonly params: readonly string[]; readonly labelOf: ReturnType<typeof labelling> },
): OfferedAction => {
  const labels = params.flatMap((name) => {
    const value = of[name];
    return value === undefined || typeof value === 'object' ? [] : [labelOf(name, value)];
  });
  return {
    ...action,
    zh: `${action.zh}：${labels.map(({ zh }) => zh).join(' ')}`,
    en: `${action.en}: ${labels.map(({ en }) => en).join(' ')}`,
  };
};

const actionsOf = <Command extends AggregateCommand, Refusal extends string>(
  offering: Offering<Command, Refusal>,
  route: Route<Command['type']>,
): readonly OfferedAction[] => {
  const { calls, asking } = offering;
  const { candidates, listed = {} } = asking.probe(route.useCase);
  const asked = askAll(calls, asking, route.useCase, candidates);
  const fits = asked.filter(({ verdict }) => verdict === 'possible').map(({ chosen }) => chosen);
  if (fits.length === 0)
    return [
      { ...offerTo(offering, route, { fits, listed }), allowed: false, reasons: reasonsOf(calls, asked), choices: {} },
    ];
  const params = pathParams(route);
  const groups = byAddress(fits, params);
  return groups.map((group) => {
    const action = offerTo(offering, route, { fits: group, listed });
    const labelOf = labelling(calls, asking, route);
    return groups.length === 1 ? action : named(action, group[0] ?? {}, { params, labelOf });
  });
};

/**
 * What the table has for this caller at this tier: each row is put to the decision with data that could be sent, so that what may be
 * done, and why not, is said in one place only.
 */
export const offeredActions = <Command extends AggregateCommand, Refusal extends string>(
  offering: Offering<Command, Refusal>,
  caller: Principal,
): OfferedAction[] => {
  const { calls, tier, id } = offering;
  return calls.routes
    .filter(({ creates }) => (creates ?? false) === (id === undefined))
    .filter(({ tiers, roles }) => tiers.includes(tier) && caller.roles.some((role) => roles.includes(role)))
    .flatMap((route) => actionsOf(offering, route));
};
