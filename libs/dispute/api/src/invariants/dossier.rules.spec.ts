import type { DataOf, DisputeEvent, DisputeEventType } from '@mediation/dispute/domain';
import { OFFICE, TOWNSHIP, VILLAGE } from './bodies';
import type { DOSSIER_RULES } from './dossier.rules';
import { Monitor, type Append } from './monitor';

const e = <T extends DisputeEventType>(type: T, data: Partial<DataOf<T>> = {}): DisputeEvent =>
  ({ type, data }) as unknown as DisputeEvent;
const by = (org: string, ...events: DisputeEvent[]): Append => ({
  events,
  actor: { sub: 'someone', org, roles: [] },
  occurredAt: '2025-03-10T12:00:00+08:00',
});
const registered = (custodian: string) =>
  by(
    custodian,
    e('DisputeRegistered', {
      custodian,
      parties: [{ id: 'p1', kind: 'natural-person', role: 'applicant', minor: false }],
    }),
  );
const accepted = (body: string, channel: 'peoples' | 'administrative') =>
  by(body, e('DisputeAccepted', { proceeding: 1, body, channel }));
const opened = (body: string) => by(body, e('DossierOpened', { body }));
const failed = by(VILLAGE, e('MediationFailed', { proceeding: 1, routes: ['litigation'] }));
const closed = by(VILLAGE, e('DisputeClosed', { outcome: 'failed' }));
const reopened = by(VILLAGE, e('DisputeReopened', { reason: 'new-application' }));
const archived = by(VILLAGE, e('DisputeArchived', { retention: 'long' }));
const filed = by(VILLAGE, e('MaterialFiled', { material: 'evidence' }));

const mediated = [registered(VILLAGE), accepted(VILLAGE, 'peoples')];
const over = [...mediated, opened(VILLAGE), failed, closed];

/** The rules that the last append broke; those before it must be sound. */
const verdicts = (...appends: readonly Append[]): readonly string[] => {
  const monitor = new Monitor();
  const seen = appends.map((append) => monitor.see(append));
  expect(seen.slice(0, -1).flat()).toStrictEqual([]);
  return seen.at(-1) ?? [];
};

const SOUND: readonly (readonly Append[])[] = [
  [...mediated, opened(VILLAGE)],
  [...over, filed],
  [...over, archived],
  [...over, archived, reopened, filed],
];

const BROKEN: Readonly<Record<keyof typeof DOSSIER_RULES, readonly (readonly Append[])[]>> = {
  'a file is opened once, by a committee that has mediated the dispute': [
    [registered(VILLAGE), opened(VILLAGE)],
    [...mediated, opened(VILLAGE), opened(VILLAGE)],
    [...mediated, by(VILLAGE, e('DossierOpened', { body: TOWNSHIP }))],
    [registered(OFFICE), accepted(OFFICE, 'administrative'), opened(OFFICE)],
  ],
  'nothing goes into a file that is archived': [[...over, archived, filed]],
  'only a closed dispute with a file is archived, once until it is reopened': [
    [...mediated, opened(VILLAGE), archived],
    [...mediated, failed, closed, archived],
    [...over, archived, archived],
  ],
};

describe('the monitor of a dispute’s file', () => {
  it.each(SOUND.map((appends, n) => [n, appends] as const))('lets pass what is sound: %p', (_, appends) =>
    expect(verdicts(...appends)).toStrictEqual([]),
  );

  it.each(Object.entries(BROKEN))('sees that %s', (rule, ways) => {
    for (const appends of ways) expect(verdicts(...appends)).toContain(rule);
  });
});
