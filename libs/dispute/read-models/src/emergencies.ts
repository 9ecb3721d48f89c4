import { disputeIdOf, type RecordedDisputeEvent } from '@mediation/dispute/domain';
import type { BodyCode, Instant } from '@mediation/kernel';
import { projection } from '@mediation/projecting/engine';
import { ignoringTheRest } from './every-event';

/** A unit that was sent: by whom, when, and when it was there. */
export interface SentUnit {
  readonly unit: BodyCode;
  readonly by: BodyCode;
  readonly at: Instant;
  readonly arrivedAt?: Instant;
}

/** One mass incident of a dispute, from being raised to its end. Nothing personal. */
export interface Incident {
  readonly raisedAt: Instant;
  readonly raisedBy: BodyCode;
  /** As it was told when it was raised. */
  readonly people: number;
  readonly units: readonly SentUnit[];
  readonly concluded?: { readonly at: Instant; readonly by: BodyCode; readonly people: number };
}

export type EmergencyRow = {
  running: boolean;
  /** When the latest was raised. */
  raised_at: Instant;
  /** In the order they were raised; only the last one can be running. */
  incidents: readonly Incident[];
};

type Change = (incident: Incident) => Incident;

const rowOf = (incidents: readonly Incident[], latest: Incident): EmergencyRow => ({
  running: latest.concluded === undefined,
  raised_at: latest.raisedAt,
  incidents,
});

const changed = (row: EmergencyRow | undefined, change: Change): EmergencyRow | undefined => {
  const latest = row?.incidents.at(-1);
  if (row === undefined || latest === undefined) return row;
  const next = change(latest);
  return rowOf([...row.incidents.slice(0, -1), next], next);
};

/** 突发群体性事件: one row per dispute that had one. */
export const emergencies = projection<EmergencyRow, RecordedDisputeEvent>()({
  name: 'emergencies',
  version: 1,
  key: ({ stream }) => disputeIdOf(stream),
  on: {
    ...ignoringTheRest,
    EmergencyRaised: (row, { data: { people, raisedAt }, metadata }) => {
      const raised: Incident = { raisedAt, raisedBy: metadata.actor.org, people, units: [] };
      return rowOf([...(row?.incidents ?? []), raised], raised);
    },
    ResponseDispatched: (row, { data: { unit, dispatchedBy, dispatchedAt } }) =>
      changed(row, (incident) => ({
        ...incident,
        units: [...incident.units, { unit, by: dispatchedBy, at: dispatchedAt }],
      })),
    ResponseArrived: (row, { data: { unit, arrivedAt } }) =>
      changed(row, (incident) => ({
        ...incident,
        units: incident.units.map((sent) => (sent.unit === unit ? { ...sent, arrivedAt } : sent)),
      })),
    EmergencyConcluded: (row, { data: { people, concludedAt }, metadata }) =>
      changed(row, (incident) => ({
        ...incident,
        concluded: { at: concludedAt, by: metadata.actor.org, people },
      })),
  },
});
