import { DISPUTE_USE_CASES, HANDOFF_KINDS, type EscalationRisk } from '@mediation/dispute/domain';
import { isWorkingDay } from '@mediation/rules';
import { planSampleYear } from '../plan';
import { ALL_RECORDED_BY } from '../recording';
import { numberOf } from '../told-twice';
import { dataOf, handoffs, has, tally } from './counted';
import { play } from '../played-year';
import { sampleDirectory } from '../sample-directory';

const directory = sampleDirectory();
const plan = planSampleYear(directory, 2025);
const year = plan.map(play);
const mediated = year.filter((dispute) => has(dispute, 'DisputeAccepted'));
const steps = plan.flatMap((dispute) => dispute.steps);

const averted = (risk: EscalationRisk): number =>
  dataOf(year, 'EscalationAverted').filter((data) => data.risk === risk).length;

const figuresOf = (played: typeof year) => ({
  mediated: played.filter((dispute) => has(dispute, 'DisputeAccepted')).length,
  incidents: dataOf(played, 'EmergencyConcluded').length,
  people: dataOf(played, 'EmergencyConcluded').reduce((sum, { people }) => sum + people, 0),
  averted: tally(dataOf(played, 'EscalationAverted').map(({ risk }) => risk)),
  medical: played
    .filter((dispute) => has(dispute, 'DisputeAccepted'))
    .filter((dispute) => dataOf([dispute], 'DisputeRegistered')[0]?.disputeType === 'medical').length,
});
const ARTICLE = {
  mediated: 854,
  incidents: 43,
  people: 1290,
  averted: { 'civil-to-criminal': 16, 'mass-petition': 10, petition: 25 },
  medical: 12,
};

describe('the sample year', () => {
  it('has the yearly figures of the article, counted from the events that its commands make', () => {
    expect(figuresOf(year)).toEqual(ARTICLE);
    expect(averted('petition') + averted('mass-petition')).toBe(35);
  });

  it.each([7, 424242])('has them with seed %d as well, and no command is refused', (seed) => {
    expect(figuresOf(planSampleYear(directory, seed).map(play))).toEqual(ARTICLE);
  });

  it('is the same every time for a seed, and another for another', () => {
    expect(planSampleYear(directory, 2025)).toEqual(plan);
    expect(planSampleYear(directory, 2026)).not.toEqual(plan);
  });

  it('runs every public command there is', () => {
    const used = new Set(year.flatMap(({ commands }) => commands.map(({ type }) => type)));
    expect([...used].sort()).toEqual(
      Object.values(DISPUTE_USE_CASES)
        .map(({ name }) => name)
        .sort(),
    );
  });

  it('lies within the calendar year, in order of registration, time never going back within a dispute', () => {
    const registered = plan.map((dispute) => dispute.steps[0]?.occurredAt ?? '');
    expect(registered).toEqual([...registered].sort());
    for (const dispute of plan) {
      const times = dispute.steps.map(({ occurredAt }) => occurredAt);
      expect(times).toEqual([...times].sort());
    }
    expect(steps.filter(({ occurredAt }) => !/^2025-\d\d-\d\dT\d\d:\d\d:00\+08:00$/.test(occurredAt))).toEqual([]);
    const onHolidays = steps.filter(({ occurredAt }) => !isWorkingDay(occurredAt.slice(0, 10))).length;
    expect(onHolidays / steps.length).toBeLessThan(0.06);
  });

  it('is entered in order within a dispute, never before it happened, mostly the same day and all of it soon after the year', () => {
    for (const { steps: own } of plan) {
      const recorded = own.map(({ recordedAt }) => recordedAt);
      expect(recorded).toEqual([...recorded].sort());
      expect(own.filter(({ occurredAt, recordedAt }) => recordedAt < occurredAt)).toEqual([]);
    }
    const last = steps
      .map(({ recordedAt }) => recordedAt.slice(0, 10))
      .sort()
      .at(-1);
    expect(last! > '2026-01-01' && last! <= ALL_RECORDED_BY).toBe(true);
    const late = steps.filter(({ occurredAt, recordedAt }) => occurredAt.slice(0, 10) < recordedAt.slice(0, 10));
    expect(late.length / steps.length).toBeGreaterThan(0.05);
    expect(late.length / steps.length).toBeLessThan(0.2);
  });

  it('has facts of June that were entered after the 5th of July, and classifications changed later', () => {
    const isOfJune = (at: string) => at.startsWith('2025-06');
    const afterFiling = steps.filter(({ occurredAt, recordedAt }) => isOfJune(occurredAt) && recordedAt > '2025-07-06');
    expect(afterFiling.length).toBeGreaterThan(10);
    expect(dataOf(year, 'DisputeClassified').length).toBeGreaterThan(500);
    expect(
      plan.filter((dispute) => dispute.steps.some(({ path }) => path.endsWith('/classification'))).length,
    ).toBeGreaterThan(20);
  });

  it('names only bodies and mediators of the directory', () => {
    const orgs = new Set(steps.map(({ org }) => org));
    expect([...orgs].filter((org) => !directory.bodies.has(org))).toEqual([]);
    const known = new Set([...directory.bodies].flatMap((body) => directory.mediators(body).map(({ id }) => id)));
    expect(dataOf(year, 'MediatorAppointed').filter(({ mediator }) => !known.has(mediator))).toEqual([]);
  });

  it('names nobody who could exist', () => {
    const registrations = steps.filter(({ path }) => path === '/disputes' || path === '/referrals');
    const people = registrations.flatMap(({ body }) => body['parties']) as unknown as {
      name: string;
      identityNumber?: string;
      phone?: string;
    }[];
    expect(people.filter(({ name }) => !name.startsWith('示例'))).toEqual([]);
    expect(people.filter(({ identityNumber: n }) => n !== undefined && !/^370402-示例-\d{4}$/.test(n))).toEqual([]);
    expect(people.filter(({ phone }) => phone !== undefined && !/^1380000\d{4}$/.test(phone))).toEqual([]);
  });
});

it('tells some quarrels at two doors: who told what first, and which is linked to which', () => {
  const told = plan.flatMap((dispute) =>
    dispute.steps
      .filter(({ path }) => path.endsWith('/links'))
      .map(({ body }) => ({ dispute, to: numberOf(body['to']) })),
  );
  expect(told).toHaveLength(5);
  for (const { dispute, to } of told) {
    const before = plan[(to ?? 0) - 1];
    expect(before?.number).toBeLessThan(dispute.number);
    expect(dispute.steps[0]?.body['parties']).toEqual(before?.steps[0]?.body['parties']);
    expect(dispute.steps[0]?.body['place']).toEqual(before?.steps[0]?.body['place']);
  }
});

describe('its proportions', () => {
  const tierOf = (body: string): string => String(body.split('-')[0]?.length);

  it('settles about four in five in the villages and one in twenty in the district', () => {
    const last = mediated.map((dispute) => tierOf(dataOf([dispute], 'DisputeAccepted').at(-1)?.body ?? ''));
    expect(tally(last)).toEqual({ '6': 49, '9': 138, '12': 667 });
  });

  it('goes through three channels', () => {
    const last = mediated.map((dispute) => dataOf([dispute], 'DisputeAccepted').at(-1)?.channel ?? '');
    expect(tally(last)).toEqual({ administrative: 44, judicial: 17, peoples: 793 });
  });

  it('succeeds in 96 to 98 of a hundred that came to an end', () => {
    const ended = mediated.filter(({ state }) => state.phase === 'closed');
    const settled = ended.filter(({ state }) => state.phase === 'closed' && state.outcome.startsWith('settled'));
    expect(settled.length / ended.length).toBeGreaterThan(0.96);
    expect(settled.length / ended.length).toBeLessThan(0.98);
  });

  it('knows every outcome and leaves something open in each phase', () => {
    expect(
      tally(year.map(({ state }) => (state.phase === 'closed' ? `closed: ${state.outcome}` : state.phase))),
    ).toEqual({
      registered: 27,
      'in-mediation': 14,
      agreed: 30,
      ended: 6,
      'closed: settled': 760,
      'closed: settled-in-part': 7,
      'closed: breached': 5,
      'closed: failed': 7,
      'closed: refused': 5,
      'closed: withdrawn': 15,
      'closed: not-accepted': 38,
      'closed: uncontactable': 2,
      'closed: settled-by-themselves': 2,
      'closed: outside-scope': 2,
      'closed: suspected-sham': 2,
    });
  });
});

describe('its handoffs', () => {
  it('are of every kind and end in every way', () => {
    expect(tally(handoffs(year).map(({ kind, end }) => `${kind} ${end}`))).toEqual({
      'escalation accepted': 64,
      'escalation returned': 18,
      'escalation by-offerer': 4,
      'escalation superseded': 2,
      'escalation lapsed': 4,
      'escalation open': 7,
      'directive accepted': 28,
      'directive returned': 2,
      'directive by-offerer': 2,
      'directive open': 2,
      'transfer accepted': 14,
      'transfer returned': 6,
      'transfer open': 4,
      'court-link accepted': 28,
      'court-link returned': 3,
      'court-link lapsed': 2,
      'police-link accepted': 26,
      'police-link lapsed': 2,
      'police-link open': 4,
      'petition-link accepted': 13,
      'petition-link by-offerer': 2,
      'petition-link open': 3,
      'procuratorate-link accepted': 2,
      'legal-aid-link accepted': 2,
    });
    expect(new Set(handoffs(year).map(({ kind }) => kind))).toEqual(new Set(HANDOFF_KINDS));
  });

  it('bounce to a common superior centre, which issues a directive', () => {
    const decided = year.filter((dispute) =>
      dataOf([dispute], 'CustodyMoved').some((e) => e.cause === 'second-bounce'),
    );
    expect(decided.length).toBe(9);
    for (const dispute of decided) {
      const moves = dataOf([dispute], 'CustodyMoved').map(({ cause }) => cause);
      expect(moves.slice(moves.indexOf('second-bounce'), moves.indexOf('second-bounce') + 2)).toEqual([
        'second-bounce',
        'directive',
      ]);
    }
  });

  it('leave some open and overdue as the year ends', () => {
    const open = handoffs(year).filter(({ end }) => end === 'open');
    expect([open.length, open.filter(({ replyBy }) => replyBy < '2025-12-31').length]).toEqual([20, 13]);
  });
});
