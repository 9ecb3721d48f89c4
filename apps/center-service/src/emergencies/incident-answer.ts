import type { Incident } from '@mediation/dispute/read-models';
import type { DisputeType } from '@mediation/dispute/domain';
import type { Instant } from '@mediation/kernel';
import { bodyAnswer, describedBody, type NameOfBody } from '../body-names';
import type { IncidentAnswer } from './emergencies.answer';

export interface IncidentRow {
  readonly key: string;
  readonly sorted: string;
  readonly dispute: string;
  readonly n: number;
  readonly incident: Incident;
  readonly dispute_type: DisputeType;
  readonly place: string;
  readonly custodian: string;
}

const minutesBetween = (from: Instant, to: Instant): number => Math.round((Date.parse(to) - Date.parse(from)) / 60_000);

const earliest = (times: readonly (Instant | undefined)[]): Instant | undefined =>
  times.filter((time) => time !== undefined).sort((a, b) => Date.parse(a) - Date.parse(b))[0];

const stateOf = ({ concluded, units }: Incident): IncidentAnswer['state'] => {
  if (concluded !== undefined) return 'concluded';
  if (units.some(({ arrivedAt }) => arrivedAt !== undefined)) return 'arrived';
  return units.length > 0 ? 'dispatched' : 'raised';
};

type Log = IncidentAnswer['log'][number];

const logOf = ({ raisedAt, raisedBy, people, units, concluded }: Incident, nameOf: NameOfBody): readonly Log[] => {
  const body = (code: string) => bodyAnswer(nameOf, code);
  const entries: readonly Log[] = [
    { at: raisedAt, what: 'raised', body: body(raisedBy), people },
    ...units.flatMap(({ unit, at, arrivedAt }): readonly Log[] => [
      { at, what: 'dispatched', body: body(unit) },
      ...(arrivedAt === undefined ? [] : [{ at: arrivedAt, what: 'arrived' as const, body: body(unit) }]),
    ]),
    ...(concluded === undefined
      ? []
      : [{ at: concluded.at, what: 'concluded' as const, body: body(concluded.by), people: concluded.people }]),
  ];
  return [...entries].sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
};

/** How long each step took, as far as it has been taken. */
const intervals = ({ raisedAt, units, concluded }: Incident, now: Instant) => {
  const sent = earliest(units.map(({ at }) => at));
  const there = earliest(units.map(({ arrivedAt }) => arrivedAt));
  return {
    ...(sent !== undefined && { minutesToDispatch: minutesBetween(raisedAt, sent) }),
    ...(there !== undefined && { minutesToArrive: minutesBetween(raisedAt, there) }),
    ...(concluded === undefined
      ? { minutesRunning: minutesBetween(raisedAt, now) }
      : { concludedAt: concluded.at, minutesToConclude: minutesBetween(raisedAt, concluded.at) }),
  };
};

export const incidentAnswer = (row: IncidentRow, nameOf: NameOfBody, now: Instant): IncidentAnswer => {
  const { incident } = row;
  return {
    dispute: row.dispute,
    n: row.n,
    type: row.dispute_type,
    place: row.place,
    custodian: describedBody(nameOf, row.custodian),
    state: stateOf(incident),
    people: incident.concluded?.people ?? incident.people,
    raisedAt: incident.raisedAt,
    raisedBy: bodyAnswer(nameOf, incident.raisedBy),
    units: incident.units.map(({ unit, by, at, arrivedAt }) => ({
      unit: bodyAnswer(nameOf, unit),
      by: bodyAnswer(nameOf, by),
      dispatchedAt: at,
      ...(arrivedAt !== undefined && { arrivedAt, minutesToArrive: minutesBetween(at, arrivedAt) }),
    })),
    arrived: incident.units.filter(({ arrivedAt }) => arrivedAt !== undefined).length,
    ...intervals(incident, now),
    log: logOf(incident, nameOf),
  };
};
