import { disputeCodec } from '@mediation/dispute/stored-events';
import { screeningCodec } from '@mediation/screening/stored-events';
import { subsidyCodec } from '@mediation/subsidy/stored-events';
import type { StoredEvent } from '@mediation/event-store/port';
import { planSampleYear } from '../plan';
import { planScreenings } from '../screenings';
import { planSubsidies } from '../subsidies';
import { SampleStepFailed } from '../post-step';
import { replaySampleYear, SAMPLE_SEED, type ReplayOptions } from '../replay';
import { tally } from './counted';
import { play } from '../played-year';
import { playSubsidy } from './played-subsidy';
import { sampleDirectory } from '../sample-directory';
import { serveThreeTiers, type ServedTiers } from './three-tiers';

const directory = sampleDirectory();
const plan = planSampleYear(directory, SAMPLE_SEED);
const screenings = planScreenings(directory, SAMPLE_SEED, plan);
const subsidies = planSubsidies(plan, plan.length + screenings.length + 1);
const total = [...plan, ...screenings, ...subsidies].reduce((sum, { steps }) => sum + steps.length, 0);

let served: ServedTiers;
beforeEach(async () => {
  served = await serveThreeTiers(directory.bodies);
});
afterEach(() => served.close());

const replay = (more: Partial<ReplayOptions> = {}) =>
  replaySampleYear({
    urlOf: () => served.baseUrl,
    tokenFor: (org, role) => Promise.resolve(`${role}@${org}`),
    directory,
    ...more,
  });

const recorded = async (): Promise<readonly StoredEvent[]> => {
  const events: StoredEvent[] = [];
  for (;;) {
    const next = await served.journal.readAll({ after: events.at(-1)?.position, limit: 5_000 });
    if (next.length === 0) return events;
    events.push(...next);
  }
};

const replayUntil = async (steps: number): Promise<void> => {
  const stop = new AbortController();
  const cutOff = replay({ signal: stop.signal, onProgress: (done) => done === steps && stop.abort('cut off') });
  await expect(cutOff).rejects.toBe('cut off');
};

it('completes a year that was cut off again and again, and records nothing twice', async () => {
  for (const steps of [1, 40, 777]) await replayUntil(steps);
  const labels: string[] = [];
  const report = await replay({ onProgress: (done, of, label) => done === of && labels.push(label) });
  expect(report).toEqual({
    disputes: plan.length,
    screenings: screenings.length,
    subsidies: subsidies.length,
    commands: total,
  });
  expect(labels.length).toBe(1);

  const all = await recorded();
  const ofScreenings = all.filter(({ stream }) => stream.startsWith('screening-'));
  expect(new Set(ofScreenings.map(({ stream }) => stream)).size).toBe(screenings.length);
  const decoded = ofScreenings.map((event) => screeningCodec.decode(event));
  const links = decoded.flatMap(({ type, data }) => (type === 'FindingBecameDispute' ? [data.dispute] : []));
  const played = subsidies.map((course) => playSubsidy(plan, course));
  const ofSubsidies = all.filter(({ stream }) => stream.startsWith('subsidy-'));
  expect(tally(ofSubsidies.map((event) => subsidyCodec.decode(event).type))).toEqual(
    tally(played.flatMap((each) => each.events.map(({ type }) => type))),
  );
  const events = all.filter(({ stream }) => stream.startsWith('dispute-'));
  const streams = new Set(events.map(({ stream }) => stream));
  expect(links.filter((dispute) => !streams.has(`dispute-${dispute}`))).toEqual([]);
  const withFile = new Map(played.map(({ dispute }) => [dispute.number, dispute]));
  const year = plan.map((each) => withFile.get(each.number) ?? play(each));
  const expected = year.flatMap((dispute) => dispute.events.map(({ event }) => event.type));
  expect(tally(events.map((event) => disputeCodec.decode(event).type))).toEqual(tally(expected));
  const lengths = Object.values(tally(events.map(({ stream }) => stream)));
  expect(tally(lengths.map(String))).toEqual(tally(year.map((dispute) => String(dispute.events.length))));
}, 420_000);

it('names the step and the answer when a step is not accepted, and stops', async () => {
  const tokenFor: ReplayOptions['tokenFor'] = (org, role) =>
    Promise.resolve(role === 'committee-chair' ? `auditor@${org}` : `${role}@${org}`);
  await expect(replay({ tokenFor })).rejects.toThrow(SampleStepFailed);
  const one = await replay({ tokenFor, concurrency: 1 }).catch((error: unknown) => error);
  expect(one).toMatchObject({ dispute: { number: 1 }, answer: { status: 403, code: 'role-not-allowed' } });
  const step = plan[0]?.steps.find(({ role }) => role === 'committee-chair');
  expect(String(one)).toContain(`POST ${step?.path} · ${step?.org} · committee-chair → 403 role-not-allowed`);
});
