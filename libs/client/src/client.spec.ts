import {
  createMediationClient,
  done,
  etag,
  itemsOf,
  MediationError,
  revisionOf,
  type AnswerOf,
  type BodyOf,
  type ClientOptions,
  type Schema,
} from '.';

const json = (body: object, init: ResponseInit = {}) =>
  new Response(JSON.stringify(body), { headers: { 'content-type': 'application/json' }, ...init });

/** A client whose requests are kept and answered one after the other. */
const clientOf = (answers: readonly Response[], options: Partial<ClientOptions> = {}) => {
  const requests: Request[] = [];
  const left = [...answers];
  const client = createMediationClient({
    baseUrl: 'http://service.example',
    token: 't1',
    newKey: () => 'key-1',
    fetch: async (request) => {
      requests.push(request);
      return left.shift() ?? json({ id: 'd1', revision: 0 });
    },
    ...options,
  });
  return { client, requests };
};
const REGISTRATION: BodyOf<'villageRegisterDispute'> = {
  source: 'application',
  disputeType: 'labour',
  facts: '示例',
  parties: [],
};
const sent = ({ headers }: Request) =>
  Object.fromEntries([...headers].filter(([name]) => name !== 'accept' && name !== 'content-type'));

it('brings the token, the language, and a key for every write', async () => {
  const { client, requests } = clientOf([]);
  await client.POST('/api/village/v1/disputes', { body: REGISTRATION });
  await client.GET('/api/center/v1/summary', {});
  expect(requests.map(sent)).toEqual([
    { authorization: 'Bearer t1', 'accept-language': 'zh', 'idempotency-key': 'key-1' },
    { authorization: 'Bearer t1', 'accept-language': 'zh' },
  ]);
  expect(await requests[0]!.json()).toEqual(REGISTRATION);
});

it('asks for the token and the language of the moment', async () => {
  const tokens = ['t2', undefined];
  const { client, requests } = clientOf([], { token: async () => tokens.shift(), language: () => 'en' });
  await client.GET('/api/center/v1/summary', {});
  await client.GET('/api/center/v1/summary', {});
  expect(requests.map(sent)).toEqual([
    { authorization: 'Bearer t2', 'accept-language': 'en' },
    { 'accept-language': 'en' },
  ]);
});

it('writes where the API says, with the caller’s own key and the revision it has read', async () => {
  const { client, requests } = clientOf([json({ id: 'd1', revision: 4 })]);
  const { data } = await client.write(
    '/api/village/v1/disputes/d1/acceptance',
    { a: 1 },
    { idempotencyKey: 'k', ifRevision: 3 },
  );
  expect([data, requests[0]!.url, sent(requests[0]!)]).toEqual([
    { id: 'd1', revision: 4 },
    'http://service.example/api/village/v1/disputes/d1/acceptance',
    { authorization: 'Bearer t1', 'accept-language': 'zh', 'idempotency-key': 'k', 'if-match': '"3"' },
  ]);
});

it('makes its keys at random', async () => {
  const { client, requests } = clientOf([], { newKey: undefined as never });
  await client.write('/a', {});
  await client.write('/a', {});
  const keys = requests.map(({ headers }) => headers.get('idempotency-key'));
  expect(keys).toEqual([expect.stringMatching(/^[0-9a-f]{32}$/), expect.stringMatching(/^[0-9a-f]{32}$/)]);
  expect(new Set(keys).size).toBe(2);
});

describe('a problem', () => {
  const problem = { type: 'urn:x', title: '已拒绝', status: 409, code: 'party-refused', article: '第17条' };
  const refusal = () => json(problem, { status: 409, headers: { 'content-type': 'application/problem+json' } });

  it('is an answer', async () => {
    const { client } = clientOf([refusal(), refusal()]);
    expect((await client.GET('/api/center/v1/summary', {})).error).toEqual(problem);
    expect((await client.write('/a', {})).error).toEqual(problem);
  });

  it('is an error to who wants one', async () => {
    const { client } = clientOf([refusal()]);
    const error: unknown = await done(client.GET('/api/center/v1/summary', {})).catch((each: unknown) => each);
    expect(error).toBeInstanceOf(MediationError);
    const { message, code, status, problem: told } = error as MediationError;
    expect([message, code, status, told]).toEqual(['409 party-refused: 已拒绝', 'party-refused', 409, problem]);
  });

  it('of something between is told like one', async () => {
    const { client } = clientOf([new Response('<h1>no</h1>', { status: 502, statusText: 'Bad Gateway' })]);
    expect((await client.write('/a', {})).error).toEqual({
      type: 'about:blank',
      title: 'Bad Gateway',
      status: 502,
      code: 'http-502',
    });
  });
});

describe('a list', () => {
  const collect = async (answers: readonly Response[]) => {
    const { client, requests } = clientOf(answers);
    const found: unknown[] = [];
    const pages = itemsOf<unknown>(
      (at) => client.GET('/api/center/v1/disputes', { params: { query: { type: 'labour', ...at } } }) as never,
    );
    for await (const each of pages) found.push(each);
    return { found, queries: requests.map(({ url }) => new URL(url).search) };
  };

  it('goes on where the page before ended', async () =>
    expect(
      await collect([json({ items: [1, 2], next: 'c1' }), json({ items: [], next: 'c2' }), json({ items: [3] })]),
    ).toEqual({
      found: [1, 2, 3],
      queries: ['?type=labour', '?type=labour&cursor=c1', '?type=labour&cursor=c2'],
    }));

  it('ends with the problem of a page', async () =>
    expect(
      collect([json({ items: [1], next: 'c1' }), json({ code: 'x', title: 't', status: 400 }, { status: 400 })]),
    ).rejects.toThrow('400 x: t'));
});

it('names what is sent and what is answered', () => {
  const dispute: AnswerOf<'centerDisputes'>['items'][number]['phase'] = 'closed';
  const same: Schema<'CenterDispute'>['phase'] = dispute;
  const recorded: AnswerOf<'villageRegisterDispute'> = { id: 'd1', revision: 0 };
  expect([same, recorded.id]).toEqual(['closed', 'd1']);
});

it('knows a revision by its ETag', () => {
  const of = (tag?: string) => revisionOf(new Response('', tag === undefined ? {} : { headers: { etag: tag } }));
  expect([of(etag(7)), of('W/"8"'), of('"x"'), of()]).toEqual([7, 8, undefined, undefined]);
});
