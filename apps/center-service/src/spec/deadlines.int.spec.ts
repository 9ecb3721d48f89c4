import { clockRuleIds } from '@mediation/rules';
import { describeWithPostgres } from '@mediation/testing';
import { openTestCenter, type TestCenter } from './center.fixture';

const ADDRESS = '/api/center/v1/deadlines';

describeWithPostgres('the deadlines of the law', () => {
  let center: TestCenter;
  beforeAll(async () => {
    center = await openTestCenter();
  });
  afterAll(() => center.close());

  const ask = async (question: object, headers: Record<string, string> = {}) => {
    const response = await center.app.inject({
      method: 'POST',
      url: ADDRESS,
      headers: { authorization: 'Bearer 370402102-committee mediator', ...headers },
      payload: question,
    });
    return {
      status: response.statusCode,
      type: response.headers['content-type'],
      body: response.json<Record<string, unknown>>(),
    };
  };

  it('are told to whoever is signed in, with the article and the pack', async () => {
    // Day 7 is 2 October, in the National Day holiday (1 to 7 October): the 8th is the next working day.
    const { status, body } = await ask({ rule: 'entrusted-summary', on: '2026-09-25' });
    expect(status).toBe(200);
    expect(body).toStrictEqual({
      rule: 'entrusted-summary',
      titleZh: '委托调解期限（简易程序）',
      titleEn: 'Entrusted mediation, summary procedure',
      on: '2026-09-25',
      dueOn: '2026-10-08',
      rollsFrom: '2026-10-02',
      article: '第二十七条',
      source: '最高人民法院关于人民法院特邀调解的规定（2016）',
      link: 'laws/court-invited-mediation-rules-2016.md#art-27',
      pack: 'cn@2026-01-01',
      provisional: false,
      expiry: 'RETURNS_TO_COURT',
      certainty: 'statute',
      note: expect.any(String) as string,
      pauses: [],
      extensions: [],
    });
  });

  it.each<[string, object, object]>([
    [
      // 26, 27, 30 September and 1 to 4 October are days 1 to 7.
      'a pause',
      { pauses: [{ from: '2026-09-28', to: '2026-09-30' }] },
      { dueOn: '2026-10-08', rollsFrom: '2026-10-04' },
    ],
    // 30 days from 2 October: Sunday 1 November.
    ['an extension', { extensions: 1 }, { dueOn: '2026-11-02', rollsFrom: '2026-11-01' }],
    ['a year not published', { on: '2026-12-28' }, { dueOn: '2027-01-04', provisional: true }],
    ['a place', { jurisdiction: '370402' }, { dueOn: '2026-10-08', rollsFrom: '2026-10-02' }],
    ['a moment', { on: '2026-09-24T16:00:00Z' }, { on: '2026-09-25', dueOn: '2026-10-08' }],
  ])('take in %s', async (_, more, expected) =>
    expect((await ask({ rule: 'entrusted-summary', on: '2026-09-25', ...more })).body).toMatchObject(expected),
  );

  it.each<[string, object, string, string]>([
    ['no rule', { rule: undefined }, 'invalid-input', '/rule'],
    ['a date there is not', { on: '2026-02-30' }, 'invalid-input', '/on'],
    ['a date nobody means', { on: '1926-09-25' }, 'bad-date', '/on'],
    ['no place', { jurisdiction: '37040x' }, 'invalid-input', '/jurisdiction'],
    ['no tag', { tags: ['matter:nothing-like-it'] }, 'invalid-input', '/tags/0'],
    ['a field nobody asks for', { party: 'p1' }, 'invalid-input', '/party'],
    ['half a pause', { pauses: [{ from: '2026-09-28' }] }, 'invalid-input', '/pauses/0/to'],
    [
      'a pause that ends before it begins',
      { pauses: [{ from: '2026-09-30', to: '2026-09-28' }] },
      'bad-pause',
      '/pauses',
    ],
    ['one extension too many', { extensions: 2 }, 'not-extendable', '/extensions'],
    [
      'a pause of what does not stop',
      { rule: 'people-mediation-month', pauses: [{ from: '2026-09-28', to: '2026-09-30' }] },
      'not-pausable',
      '/pauses',
    ],
    [
      'what the rule excepts',
      { rule: 'people-mediation-month', tags: ['body:medical'] },
      'rule-does-not-apply',
      '/tags',
    ],
    ['a rule before its time', { rule: 'entrusted-extension', on: '2024-12-31' }, 'no-such-rule-here', '/rule'],
  ])('are not told of %s', async (_, change, code, pointer) => {
    const { status, type, body } = await ask({ rule: 'entrusted-summary', on: '2026-09-25', ...change });
    expect([status, type, body['code'], body['instance']]).toStrictEqual([
      400,
      'application/problem+json; charset=utf-8',
      code,
      ADDRESS,
    ]);
    expect(body['errors']).toStrictEqual([{ pointer, message: expect.any(String) as string }]);
  });

  it('name the rule that was probably meant, in the language asked for', async () => {
    const misspelt = { rule: 'entrusted-sumary', on: '2026-09-25' };
    expect((await ask(misspelt)).body).toStrictEqual({
      type: 'urn:mediation:problem:unknown-rule',
      title: '没有期限规则 entrusted-sumary。',
      status: 400,
      code: 'unknown-rule',
      instance: ADDRESS,
      errors: [
        {
          pointer: '/rule',
          message:
            '没有期限规则 entrusted-sumary。 / there is no rule entrusted-sumary. 是否 entrusted-summary？/ Did you mean entrusted-summary?',
        },
      ],
    });
    expect((await ask(misspelt, { 'accept-language': 'en' })).body['title']).toBe('there is no rule entrusted-sumary.');
  });

  it('need a token', async () => {
    expect((await center.get('deadlines', 'nobody')).body['code']).toBe('token-missing');
    expect((await ask({ rule: 'entrusted-summary', on: '2026-09-25' }, { authorization: '' })).body['code']).toBe(
      'token-missing',
    );
  });

  it('are listed: every rule, or those of a place on a day, today if none is named', async () => {
    const rulesAt = async (query = '') => {
      const { status, body } = await center.get(`deadlines${query}`, { org: '370402102-committee', role: 'mediator' });
      expect(status).toBe(200);
      return (body['items'] as unknown as { readonly rule: string }[]).map(({ rule }) => rule);
    };
    expect([...new Set(await rulesAt())]).toStrictEqual(clockRuleIds());
    // The clock of the test stands at 2025-03-12.
    expect(await rulesAt('?jurisdiction=cn')).toStrictEqual(await rulesAt('?on=2025-03-12'));
    expect(await rulesAt('?on=2024-12-31')).not.toContain('entrusted-extension');
    expect(await rulesAt('?on=2025-01-01')).toContain('entrusted-extension');
    expect((await center.get('deadlines?on=tomorrow')).body['code']).toBe('invalid-input');
  });
});
