import { knownOn, type ReturnFact } from './counted-dispute';
import type { ReturnForm } from './counting';
import { GOVERNANCE_FORM, HEADCOUNT_BANDS } from './governance-form';
import { JUSTICE_FORM } from './justice-form';
import { parsePeriod } from './period';
import { mappedTypes, reconciliation } from './reconciliation';
import { sheetOf, type Cell } from './return-sheet';

const VILLAGE = '370402102001-committee';
const TOWNSHIP = '370402102-committee';
const AGENCY = '370402-housing-agency';
const FILED = '2025-07-05';
const LATER = '2025-09-30';

const fact = (dispute: string, kind: ReturnFact['kind'], change: Partial<ReturnFact> = {}): ReturnFact => ({
  dispute,
  kind,
  happened_on: '2025-06-10',
  recorded_on: change.happened_on ?? '2025-06-10',
  body: VILLAGE,
  tier: 'village',
  ...change,
});
const registered = (dispute: string, change: Partial<ReturnFact> = {}) =>
  fact(dispute, 'registered', { source: 'application', dispute_type: 'neighbourhood', people: 2, ...change });
const accepted = (dispute: string, change: Partial<ReturnFact> = {}) =>
  fact(dispute, 'accepted', { proceeding: 1, channel: 'peoples', ...change });
const reached = (dispute: string, change: Partial<ReturnFact> = {}) =>
  fact(dispute, 'agreement-reached', { agreement: 1, proceeding: 1, form: 'written', amount_fen: 120_000, ...change });
const agreed = (dispute: string, change: Partial<ReturnFact> = {}) =>
  fact(dispute, 'agreed', { agreement: 1, ...change });

const counted = (facts: readonly ReturnFact[], { code = '2025-06', org = '370402', asOf = LATER } = {}) => {
  const known = (day: string) => ({ disputes: knownOn(facts, day), rounds: [] });
  const knowledge = { original: known(asOf < FILED ? asOf : FILED), current: known(asOf) };
  const scope = { period: parsePeriod(code)!, org };
  const cell = (form: ReturnForm, row: string, column: string): readonly [Cell['original'], Cell['correction']] => {
    const found = sheetOf(form, knowledge, scope).find(({ key }) => key === row)?.cells[column];
    return [found?.original ?? null, found?.correction ?? null];
  };
  return {
    justice: (row: string, column: string) => cell(JUSTICE_FORM, row, column),
    governance: (row: string, column = 'subtotal') => cell(GOVERNANCE_FORM, row, column),
    lines: Object.fromEntries(reconciliation(knowledge, scope).map(({ key, original }) => [key, original])),
    mapped: mappedTypes(knowledge, scope).map(({ type, governance, handled }) => `${type} ${governance} ${handled}`),
  };
};

describe('a return', () => {
  it('keeps its original figures and shows what was recorded later beside them', () => {
    const late = { recorded_on: '2025-07-06' };
    const facts = [
      registered('a'),
      accepted('a'),
      registered('b'),
      accepted('b', late),
      reached('b', late),
      agreed('b', late),
    ];
    const asFiled = counted(facts, { asOf: FILED });
    expect([asFiled.justice('total', 'accepted'), asFiled.governance('handled')]).toEqual([
      [1, 0],
      [1, 0],
    ]);
    const now = counted(facts);
    expect(now.justice('total', 'accepted')).toEqual([1, 1]);
    expect(now.justice('total', 'amount')).toEqual([0, 120_000]);
    // 0 of 1, then 1 of 2.
    expect(now.justice('total', 'success-rate')).toEqual([0, 50]);
  });

  it('takes a dispute from one type to the other as corrections, when it is reclassified later', () => {
    const facts = [
      registered('a'),
      accepted('a'),
      fact('a', 'classified', { dispute_type: 'compensation', category: 'school-injury', recorded_on: '2025-08-01' }),
    ];
    const { justice, governance, mapped } = counted(facts);
    expect([justice('neighbourhood', 'accepted'), justice('compensation', 'accepted')]).toEqual([
      [1, -1],
      [0, 1],
    ]);
    expect([governance('type-marriage-family-neighbourhood'), governance('type-school')]).toEqual([
      [1, -1],
      [0, 1],
    ]);
    expect(justice('total', 'accepted')).toEqual([1, 0]);
    expect(mapped).toEqual(['compensation school 1']);
  });

  it('moves a dispute between the bands of people in the same way', () => {
    const facts = [registered('a', { people: 49 }), fact('a', 'assessed', { people: 50, recorded_on: '2025-07-20' })];
    const { governance } = counted(facts);
    expect([governance('people-under-50'), governance('people-50-to-100')]).toEqual([
      [1, -1],
      [0, 1],
    ]);
  });

  it.each([
    [49, 'people-under-50'],
    [50, 'people-50-to-100'],
    [99, 'people-50-to-100'],
    [100, 'people-100-to-500'],
    [499, 'people-100-to-500'],
    [500, 'people-500-and-more'],
    [12_000, 'people-500-and-more'],
  ])('counts %d people in one band, %s', (people, band) => {
    const { governance } = counted([registered('a', { people })]);
    expect(HEADCOUNT_BANDS.filter(({ key }) => governance(key)[0] === 1).map(({ key }) => key)).toEqual([band]);
  });

  it('counts by the day a fact happened, and the year from January', () => {
    const facts = [
      registered('a', { happened_on: '2025-05-31' }),
      accepted('a', { happened_on: '2025-06-01' }),
      registered('b', { happened_on: '2025-06-30' }),
      accepted('b', { happened_on: '2025-07-01' }),
    ];
    const { governance } = counted(facts);
    expect([governance('found'), governance('handled'), governance('handling-rate')]).toEqual([
      [1, 0],
      [1, 0],
      [100, 0],
    ]);
    expect([governance('found', 'year-to-date'), governance('handled', 'year-to-date')]).toEqual([
      [2, 0],
      [1, 0],
    ]);
  });

  it('counts each dispute once, at the tier and body that first had it, so that bodies add up to the district', () => {
    const facts = [
      registered('a'),
      accepted('a'),
      accepted('a', { proceeding: 2, body: TOWNSHIP, tier: 'township', happened_on: '2025-06-20' }),
    ];
    const { governance, justice } = counted(facts);
    expect([governance('handled', 'village'), governance('handled', 'township')]).toEqual([
      [1, 0],
      [0, 0],
    ]);
    expect(justice('total', 'accepted')).toEqual([1, 0]);
    expect(counted(facts, { org: TOWNSHIP }).justice('total', 'accepted')).toEqual([0, 0]);
    expect(counted(facts, { org: '370402102001' }).justice('total', 'accepted')).toEqual([1, 0]);
  });

  it('has no rate where there is nothing to be a part of', () =>
    expect(counted([]).justice('total', 'success-rate')).toEqual([null, null]));
});

describe('the justice return', () => {
  it('counts people’s mediation alone, its agreements, how they came and what they say', () => {
    const facts = [
      registered('a', { source: 'screening' }),
      accepted('a'),
      reached('a'),
      agreed('a'),
      fact('a', 'performed', { agreement: 1 }),
      registered('b', { source: 'court' }),
      accepted('b', { channel: 'administrative', body: AGENCY, tier: 'district' }),
      reached('b'),
      agreed('b'),
      accepted('b', { proceeding: 2, happened_on: '2025-06-15' }),
    ];
    const { justice } = counted(facts);
    const of = (column: string) => justice('total', column)[0];
    expect(JUSTICE_FORM.columns.map(({ key }) => [key, of(key)])).toEqual([
      ['accepted', 2],
      ['proactive', 1],
      ['application', 0],
      ['entrusted', 1],
      ['succeeded', 1],
      ['success-rate', 50],
      ['written', 1],
      ['oral', 0],
      ['amount', 120_000],
      ['performed', 1],
      ['crime-cases', 0],
      ['crime-people', 0],
      ['crowd-cases', 0],
      ['crowd-people', 0],
    ]);
  });

  it('counts what was kept from going further, with its people', () => {
    const facts = [
      registered('a'),
      fact('a', 'averted', { risk: 'civil-to-criminal', people: 3 }),
      fact('a', 'averted', { risk: 'mass-petition', people: 40 }),
      fact('a', 'averted', { risk: 'petition', people: 5 }),
    ];
    const { justice } = counted(facts);
    expect(
      ['crime-cases', 'crime-people', 'crowd-cases', 'crowd-people'].map((key) => justice('neighbourhood', key)[0]),
    ).toEqual([1, 3, 1, 40]);
  });
});

describe('both returns', () => {
  it('reconcile: every difference of their totals has a line', () => {
    const facts = [
      // Found and accepted by people's mediation.
      registered('a'),
      accepted('a'),
      // Found and waiting.
      registered('b'),
      // Found in May, handled by an agency in June.
      registered('c', { happened_on: '2025-05-20' }),
      accepted('c', { channel: 'administrative', body: AGENCY, tier: 'district' }),
      // With an agency since May, with people's mediation since June.
      registered('d', { happened_on: '2025-05-20' }),
      accepted('d', { channel: 'administrative', body: AGENCY, happened_on: '2025-05-21' }),
      accepted('d', { proceeding: 2, happened_on: '2025-06-20' }),
    ];
    // 2 found − 1 waiting + 1 found before = 2 handled; 2 − 1 by an agency + 1 turned to people's mediation = 2 accepted.
    expect(counted(facts).lines).toEqual({
      found: 2,
      'not-handled': 1,
      'found-before': 1,
      handled: 2,
      'other-channels': 1,
      'turned-to-peoples': 1,
      accepted: 2,
    });
  });
});
