import { describeWithPostgres } from '@mediation/testing';
import type { Principal } from '@mediation/nest';
import { DisputeSearch, type SearchLimits } from '../disputes/dispute-search';
import { disputesQuery } from '../disputes/disputes.query';
import { CLOCK, VIEWS } from '../tokens';
import { openTestCenter, type TestCenter } from './center.fixture';
import { ELSEWHERE, registered, VILLAGE } from './story';

/** So few disputes go by the index as a whole unless the limits say otherwise. */
const NEVER = -1;
const ALWAYS = 1_000_000;
const WAYS: readonly (readonly [way: string, limits: SearchLimits])[] = [
  ['dispute by dispute', { rare: NEVER, frequent: ALWAYS, newest: 1, texts: ALWAYS, disputes: ALWAYS }],
  ['month by month', { rare: NEVER, frequent: ALWAYS, newest: 1, texts: NEVER, disputes: NEVER }],
  ['month by month, since too many hold it', { rare: ALWAYS, frequent: ALWAYS, newest: 1, texts: 2, disputes: NEVER }],
  ['the newest first, all', { rare: NEVER, frequent: NEVER, newest: ALWAYS, texts: NEVER, disputes: NEVER }],
  ['the newest first, then by month', { rare: NEVER, frequent: NEVER, newest: 4, texts: NEVER, disputes: NEVER }],
  ['the newest one first, then by month', { rare: NEVER, frequent: NEVER, newest: 1, texts: NEVER, disputes: NEVER }],
];
const AS_A_WHOLE: SearchLimits = { rare: ALWAYS, frequent: ALWAYS, newest: 1, texts: ALWAYS, disputes: NEVER };

const WORDS = ['院墙', '滴水', '水沟', '果树', '欠薪', '墙根'];
const NAMES = ['王伟', '王芳', '李伟', '赵小满'];
const TYPES = ['neighbourhood', 'labour', 'marriage-family'] as const;
const idOf = (n: number) => `a0000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

/** Over fourteen months, three on the same moment, words and names in turn. */
const disputes = Array.from({ length: 42 }, (_, n) => {
  const month = Math.floor(n / 3);
  const at = `${2024 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-11T09:00:00+08:00`;
  const text = [WORDS[n % 6], WORDS[(n * 5 + 1) % 6], n % 9 === 0 ? '墙与院' : ''].join('，');
  const name = NAMES[n % 4]!;
  const body = n % 5 === 0 ? ELSEWHERE : VILLAGE;
  return { id: idOf(n), at, text, name, body, type: TYPES[n % 3]! };
});

const caller = (org: string, role: Principal['roles'][number]): Principal => ({ sub: 'u1', org, roles: [role] });
const DISTRICT = caller('370402-center', 'center-officer');
const COMMITTEE = caller(VILLAGE, 'mediator');

interface Asked {
  readonly q: string;
  readonly who: Principal;
  readonly type?: (typeof TYPES)[number];
  readonly from?: string;
}
const QUESTIONS: readonly Asked[] = [
  ...['墙', '院墙', '墙根', '王', '王伟', '小满', '院墙 王', '滴水 水沟', '没有的'].flatMap((q) =>
    [DISTRICT, COMMITTEE].map((who) => ({ q, who })),
  ),
  { q: '院墙', who: DISTRICT, type: 'labour' },
  { q: '墙', who: DISTRICT, from: '2024-07-01' },
];

type Told = (typeof disputes)[number];
const isAsked = ({ who, type, from = '' }: Asked, dispute: Told): boolean =>
  (who === DISTRICT || dispute.body === VILLAGE) && (type ?? dispute.type) === dispute.type && from <= dispute.at;
const holds = ({ text, name }: Told, q: string): boolean =>
  q.split(' ').every((word) => text.includes(word) || name.includes(word));

/** What a reader of every text finds, the newest first. */
const readThrough = (asked: Asked): readonly string[] =>
  disputes
    .filter((dispute) => isAsked(asked, dispute) && holds(dispute, asked.q))
    .sort((a, b) => (`${a.at} ${a.id}` < `${b.at} ${b.id}` ? 1 : -1))
    .map(({ id }) => id);

describeWithPostgres('the ways that a search takes', () => {
  let center: TestCenter;
  beforeAll(async () => {
    center = await openTestCenter();
    for (const { id, at, text, name, body, type } of disputes) {
      const personal = { p1: { name }, p2: { name: '乙某' }, file: { text } };
      const change = { registeredAt: at, personal, custodian: body, disputeType: type };
      await center.record(id, body, registered({ ...change, place: body.slice(0, 12).replace(/\D/g, '') }));
    }
    await center.caughtUp();
  });
  afterAll(() => center.close());

  /** Page after page. */
  const found = async (limits: SearchLimits, { who, ...asked }: Asked, limit: number) => {
    const search = new DisputeSearch(center.app.get(VIEWS), center.app.get(CLOCK), limits);
    const all: { readonly key: string; readonly matched: readonly string[] }[] = [];
    for (let cursor: string | undefined, more = true; more;) {
      const page = await search.find(disputesQuery.parse({ ...asked, limit, ...(cursor && { cursor }) }), who);
      all.push(...page.slice(0, limit).map(({ key, matched }) => ({ key, matched })));
      const last = page[limit - 1];
      more = page.length > limit && last !== undefined;
      cursor = last && Buffer.from(JSON.stringify([last.sorted, last.key])).toString('base64url');
    }
    return all;
  };

  it('finds what a reader of every text finds', async () => {
    for (const asked of QUESTIONS) {
      expect((await found(AS_A_WHOLE, asked, 200)).map(({ key }) => key)).toEqual(readThrough(asked));
    }
  });

  it.each(WAYS)('gives the same, %s', async (_, limits) => {
    for (const asked of QUESTIONS) {
      const whole = await found(AS_A_WHOLE, asked, 200);
      expect(await found(limits, asked, 5)).toEqual(whole);
      expect(await found(limits, asked, 200)).toEqual(whole);
    }
  });
});
