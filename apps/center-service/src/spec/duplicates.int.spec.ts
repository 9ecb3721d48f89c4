import type { DisputeEvent, LinkRelation, PersonalPart } from '@mediation/dispute/domain';
import { describeWithPostgres } from '@mediation/testing';
import { openTestCenter, SUPERVISOR, type TestCenter, type Who } from './center.fixture';
import { ELSEWHERE, POLICE, registered, takenOver, offered, TOWNSHIP, VILLAGE } from './story';

const id = (n: number): string => `a0000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const DAY = '2025-03-01';
const ID_A = '370402190001010011';

interface Report {
  readonly people: readonly PersonalPart[];
  readonly org?: string;
  readonly place?: string;
  readonly on?: string;
}

const report = ({ people, org = VILLAGE, place = '370402102001', on = DAY }: Report): DisputeEvent =>
  registered({
    custodian: org,
    place,
    registeredAt: `${on}T09:00:00+08:00`,
    parties: people.map((_, i) => ({
      id: `p${i + 1}`,
      kind: 'natural-person',
      role: i === 0 ? 'applicant' : 'respondent',
      minor: false,
    })),
    personal: Object.fromEntries(people.map((part, i) => [`p${i + 1}`, part])),
  });
const linked = (to: string, relation: LinkRelation): DisputeEvent => ({
  type: 'DisputeLinked',
  data: { to, relation, personal: { file: { text: '同一堵墙' } } },
});
const closed: DisputeEvent = { type: 'DisputeClosed', data: { outcome: 'withdrawn', closedOn: '2025-03-09' } };

const A = { name: '示例甲' };
const B = { name: '示例乙' };
const A_WITH_ID = { ...A, identityNumber: ID_A };

interface Pair {
  readonly dispute: { readonly id: string };
  readonly other: { readonly id: string };
  readonly matches: readonly string[];
  readonly people: string;
  readonly score: number;
  readonly state: string;
}

describeWithPostgres('possible duplicates', () => {
  let center: TestCenter;
  beforeEach(async () => {
    center = await openTestCenter();
  });
  afterEach(() => center.close());

  let told = 0;
  const tell = async (...reports: readonly Report[]) => {
    const ids = reports.map(() => id((told += 1)));
    for (const [i, each] of reports.entries()) await center.record(ids[i]!, each.org ?? VILLAGE, report(each));
    await center.caughtUp();
    return ids as [string, string, ...string[]];
  };
  const pairs = async (query = '', who?: Who) => {
    const { status, body } = await center.get(`possible-duplicates${query}`, who);
    expect(status).toBe(200);
    return body['items'] as unknown as readonly Pair[];
  };

  it.each<[string, Report, Report, unknown]>([
    [
      'two names, place and time',
      { people: [A, B] },
      { people: [B, A], on: '2025-05-29' },
      [['people', 'place', 'time'], 'by-name', 6],
    ],
    [
      'a number as well',
      { people: [A_WITH_ID, B] },
      { people: [A_WITH_ID, B] },
      [['people', 'place', 'time'], 'confirmed-by-number', 7],
    ],
    [
      'a number, however written',
      { people: [{ ...A, phone: '13800000001' }] },
      { people: [{ name: ' 示例甲', phone: '+86 138-0000-0001' }] },
      [['people', 'place', 'time'], 'confirmed-by-number', 7],
    ],
    [
      'one name of one party, at the same place',
      { people: [A, B] },
      { people: [A] },
      [['people', 'place', 'time'], 'by-name', 5],
    ],
    [
      'two names in the same township',
      { people: [A, B] },
      { people: [A, B], place: '370402102002' },
      [['people', 'place', 'time'], 'by-name', 5],
    ],
    [
      'two names in the district, place unknown',
      { people: [A, B] },
      { people: [A, B], place: '370402' },
      [['people', 'place', 'time'], 'by-name', 5],
    ],
    [
      'a number, wherever it is',
      { people: [A_WITH_ID, B] },
      { people: [A_WITH_ID], place: '370402103001' },
      [['people', 'time'], 'confirmed-by-number', 5],
    ],
    [
      'a number at the same place, whenever both are open',
      { people: [A_WITH_ID] },
      { people: [A_WITH_ID], on: '2025-08-01' },
      [['people', 'place'], 'confirmed-by-number', 5],
    ],
    [
      'other telephones',
      { people: [{ ...A, phone: '13800000001' }, B] },
      { people: [{ ...A, phone: '13800000002' }, B] },
      [['people', 'place', 'time'], 'by-name', 6],
    ],
  ])('are flagged by %s', async (_, first, second, expected) => {
    const [older, newer] = await tell({ ...first, on: '2025-02-28' }, { on: DAY, ...second });
    expect(
      (await pairs()).map(({ dispute, other, matches, people, score, state }) => [
        dispute.id,
        other.id,
        state,
        [matches, people, score],
      ]),
    ).toEqual([[newer, older, 'open', expected]]);
  });

  it.each<[string, Report, Report]>([
    ['other people', { people: [A, B] }, { people: [A, { name: '示例丙' }] }],
    [
      'namesakes: other identity numbers',
      { people: [A_WITH_ID] },
      { people: [{ ...A, identityNumber: '370402190001010028' }] },
    ],
    ['one name, elsewhere in the township', { people: [A] }, { people: [A], place: '370402102002' }],
    ['two names in another township', { people: [A, B] }, { people: [A, B], place: '370402103001' }],
    ['two names, a day too long ago', { people: [A, B] }, { people: [A, B], on: '2025-05-30' }],
    [
      'a number, long ago and elsewhere in the township',
      { people: [A_WITH_ID] },
      { people: [A_WITH_ID], place: '370402102002', on: '2025-08-01' },
    ],
  ])('are not flagged by %s', async (_, first, second) => {
    await tell({ ...first, on: '2025-02-28' }, { on: DAY, ...second });
    expect(await pairs()).toEqual([]);
  });

  it('count a closed one only when it was registered close in time, and two closed ones not at all', async () => {
    const [long, recent, open] = await tell(
      { people: [A_WITH_ID], on: '2024-03-01' },
      { people: [A_WITH_ID], on: '2025-03-02' },
      { people: [A_WITH_ID] },
    );
    for (const each of [long, recent]) await center.record(each, VILLAGE, closed);
    await center.caughtUp();
    expect((await pairs()).map(({ dispute, other }) => [dispute.id, other.id])).toEqual([[open, recent]]);
  });

  it('leave the list when a person has linked them or told them apart; the later word counts, from either side', async () => {
    const [one, two] = await tell({ people: [A, B] }, { people: [A, B], on: '2025-03-02' });
    const states = async () =>
      Promise.all(['open', 'linked', 'dismissed'].map(async (state) => (await pairs(`?state=${state}`)).length));
    expect(await states()).toEqual([1, 0, 0]);
    await center.record(one, VILLAGE, linked(two, 'duplicate'));
    await center.caughtUp();
    expect(await states()).toEqual([0, 1, 0]);
    expect(await pairs('?state=linked')).toMatchObject([{ relation: 'duplicate', state: 'linked' }]);
    await center.record(two, VILLAGE, linked(one, 'distinct'));
    await center.caughtUp();
    expect(await states()).toEqual([0, 0, 1]);
    await center.record(one, VILLAGE, linked(two, 'related'));
    await center.caughtUp();
    expect(await states()).toEqual([0, 1, 0]);
  });

  it('are shown to who may see both, by body and on its worklist', async () => {
    const [one, two] = await tell({ people: [A, B] }, { people: [A, B], org: POLICE, on: '2025-03-02' });
    const seen = async (query: string, who: Who) =>
      (await pairs(query, who)).map(({ dispute, other }) => [dispute.id, other.id]);
    const center102: Who = { org: '370402102-center', role: 'center-officer' };
    expect(await seen('', center102)).toEqual([[two, one]]);
    expect(await seen('', { org: VILLAGE, role: 'mediator' })).toEqual([]);
    expect(await seen('', { org: '370402103-center', role: 'center-officer' })).toEqual([]);
    // Asked for a body, its own comes first, whichever is newer.
    expect(await seen(`?org=${VILLAGE}`, center102)).toEqual([[one, two]]);
    expect(await seen(`?org=${POLICE}`, center102)).toEqual([[two, one]]);
    expect(await seen('?org=370402102', center102)).toEqual([[two, one]]);
    expect(await seen(`?org=${ELSEWHERE}`, SUPERVISOR)).toEqual([]);
    // Once it has been handed over, both are the township's.
    await center.record(one, VILLAGE, offered(TOWNSHIP), ...takenOver(TOWNSHIP));
    await center.record(two, POLICE, offered(TOWNSHIP, { from: POLICE }), ...takenOver(TOWNSHIP, POLICE));
    await center.caughtUp();
    const { body } = await center.get(`worklists/${TOWNSHIP}`, { org: TOWNSHIP, role: 'mediator' });
    expect(body['possibleDuplicates']).toMatchObject([{ dispute: { id: two }, other: { id: one }, score: 6 }]);
    expect((await center.get(`worklists/${ELSEWHERE}`)).body['possibleDuplicates']).toEqual([]);
  });

  it('come in pages, and without a name or a number', async () => {
    const [one, two, three] = await tell(
      { people: [A_WITH_ID, B] },
      { people: [A_WITH_ID, B], on: '2025-03-02' },
      { people: [A_WITH_ID, B], on: '2025-03-03' },
    );
    const pages: (readonly string[])[] = [];
    let query = '?limit=1';
    for (let next: unknown = ''; next !== undefined; query = `?limit=1&cursor=${String(next)}`) {
      const { body, text } = await center.get(`possible-duplicates${query}`);
      expect(text).not.toMatch(new RegExp(`示例|${ID_A}`));
      pages.push((body['items'] as unknown as Pair[]).flatMap(({ dispute, other }) => [dispute.id, other.id]));
      next = body['next'];
    }
    expect(pages).toEqual([
      [three, two],
      [three, one],
      [two, one],
    ]);
    expect((await center.get('possible-duplicates?state=maybe')).status).toBe(400);
    expect((await center.get('possible-duplicates?org=nobody')).status).toBe(400);
  });
});
