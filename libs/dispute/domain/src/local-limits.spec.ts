import type { BodyCode } from '@mediation/kernel';
import { clocksOf, rulePackFor } from '@mediation/rules';
import type { DisputeEvent } from './dispute.events';
import { evolve } from './dispute.evolve';
import { initialDispute } from './dispute.state';
import { milestone } from './spec/authority.histories';
import { event, registered } from './spec/histories';
import type { Source } from './vocabulary';

/** What happened, and at noon of which day it was recorded. */
type Dated = readonly [on: string, event: DisputeEvent];

const limitsIn = (division: string, history: readonly Dated[]) => {
  const rules = rulePackFor('2025-06-09', division).id;
  const dispute = history
    .map(([on, each]) => ({ ...each, metadata: { occurredAt: `${on}T12:00:00+08:00`, rules } }))
    .reduce(evolve, initialDispute);
  const occurrences = dispute.phase === 'absent' ? [] : dispute.file.occurrences;
  return clocksOf(occurrences, '2025-06-09T18:00:00+08:00').map(({ id, article, dueOn }) => [id, article, dueOn]);
};

const at = (custodian: BodyCode, source: Source = 'application'): Dated => [
  '2025-06-09',
  registered({ custodian, place: custodian.slice(0, 6), disputeType: 'property-management', source }),
];
const accepted = (body: BodyCode, channel: 'peoples' | 'administrative'): Dated => [
  '2025-06-09',
  event('DisputeAccepted', { proceeding: 1, channel, body, acceptedOn: '2025-06-09' }),
];
const COMPLEX: Dated = ['2025-06-09', event('MattersNoted', { matters: ['complex-case'] })];
const step = (what: Parameters<typeof milestone>[0]): Dated => ['2025-06-09', milestone(what, '2025-06-09')];

const EXTENDED: Dated = [
  '2025-06-09',
  event('TimeLimitExtended', {
    clock: 'people-mediation-month/proceeding-1',
    rule: 'people-mediation-month',
    unit: 'month',
    length: 1,
    parties: ['p1', 'p2'],
    extendedOn: '2025-06-09',
  }),
];

const SHENZHEN_AGENCY = '440304-housing-agency';
const SHENZHEN_COMMITTEE = '440304001001-committee';
const NINGBO_COMMITTEE = '330203001001-committee';
const AGENCY = '370402-housing-agency';

describe('an application to an agency', () => {
  const inShenzhen = (...history: readonly Dated[]) => limitsIn('440304', history);
  const limit = (dueOn: string) => ['application-shenzhen/dispute', '第四十六条', dueOn];

  it('is decided on in five working days in Shenzhen', () =>
    expect(inShenzhen(at(SHENZHEN_AGENCY))).toStrictEqual([limit('2025-06-16')]));

  it('is decided on in ten where the case is known to be complex when the party applies', () => {
    const found = at(SHENZHEN_AGENCY, 'screening');
    expect(inShenzhen(found, step('application-received'))).toStrictEqual([limit('2025-06-16')]);
    expect(inShenzhen(found, COMPLEX, step('application-received'))).toStrictEqual([limit('2025-06-23')]);
  });

  it('has no such limit at a committee, or in Shandong', () => {
    expect(inShenzhen(at(SHENZHEN_COMMITTEE, 'screening'), step('application-received'))).toStrictEqual([]);
    expect(limitsIn('370402', [at(AGENCY)])).toStrictEqual([]);
  });
});

describe('what is another agency’s in Shenzhen', () => {
  const found = at(SHENZHEN_AGENCY, 'screening');

  it('is passed on in three working days', () =>
    expect(limitsIn('440304', [found, step('transfer-received')])).toStrictEqual([
      ['transfer-shenzhen/dispute', '第四十五条', '2025-06-12'],
    ]));

  it('is answered in five from then, in ten where it is complex', () => {
    const answeredBy = (...history: readonly Dated[]) =>
      limitsIn('440304', [found, ...history, step('transfer-passed-on')]);
    expect(answeredBy()).toStrictEqual([['accept-shenzhen/dispute', '第四十六条', '2025-06-16']]);
    expect(answeredBy(COMPLEX)).toStrictEqual([['accept-shenzhen/dispute', '第四十六条', '2025-06-23']]);
  });
});

describe('mediation', () => {
  it('takes thirty days in Shenzhen, before an agency as before a committee', () => {
    const limit = (rule: string) => [`${rule}/proceeding-1`, '第二十五条', '2025-07-09'];
    const mediating = (body: BodyCode, channel: 'peoples' | 'administrative') =>
      limitsIn('440304', [at(body, 'screening'), accepted(body, channel)]);
    expect(mediating(SHENZHEN_COMMITTEE, 'peoples')).toStrictEqual([limit('mediation-shenzhen')]);
    expect(mediating(SHENZHEN_AGENCY, 'administrative')).toStrictEqual([limit('administrative-mediation')]);
  });

  it('takes a month in Ningbo, and as much again if both sides ask', () => {
    const mediating = [at(NINGBO_COMMITTEE), accepted(NINGBO_COMMITTEE, 'peoples')] as const;
    const limit = (dueOn: string) => ['people-mediation-month/proceeding-1', '第二十七条', dueOn];
    expect(limitsIn('330203', mediating)).toStrictEqual([limit('2025-07-09')]);
    expect(limitsIn('330203', [...mediating, EXTENDED])).toStrictEqual([limit('2025-08-11')]);
  });

  it('has a limit before an agency in Shandong only from 1 May 2025', () => {
    const tags = ['channel:administrative', 'body:agency'];
    const dueIn = (date: string, division?: string) => rulePackFor(date, division).mediationDueOn(tags, date);
    expect(dueIn('2025-04-30', '370402')).toBeUndefined();
    expect(dueIn('2025-05-01', '370402')).toBe('2025-06-03');
    expect(dueIn('2025-05-01')).toBeUndefined();
  });
});
