import { createMediationClient, done, itemsOf, revisionOf, type BodyOf, type MediationClient } from '@mediation/client';
import { describeWithPostgres, eventually, notYet } from '@mediation/testing';
import { startSystem, type System } from './spec/system.fixture';

const VILLAGE = '370402102200-committee';
const REGISTRATION: BodyOf<'villageRegisterDispute'> = {
  source: 'application',
  disputeType: 'neighbourhood',
  facts: '宅基地滴水争执（示例）',
  parties: [
    { role: 'applicant', name: '示例甲' },
    { role: 'respondent', name: '示例乙' },
  ],
};

describeWithPostgres('the client', () => {
  let system: System;
  let client: MediationClient;
  beforeAll(async () => {
    system = await startSystem();
    const token = await system.token(VILLAGE, 'mediator');
    client = createMediationClient({ baseUrl: system.baseUrl, token, language: 'en' });
  });
  afterAll(() => system.close());

  const register = (idempotencyKey?: string) =>
    client.POST('/api/village/v1/disputes', {
      body: REGISTRATION,
      ...(idempotencyKey !== undefined && { params: { header: { 'Idempotency-Key': idempotencyKey } } }),
    });

  it('registers once under one key', async () => {
    const first = await done(register('phone-1'));
    const again = await register('phone-1');
    expect([again.data, again.response.headers.get('idempotency-replayed')]).toEqual([first, 'true']);
    expect((await done(register())).id).not.toBe(first.id);
  });

  it('goes through a list page by page', async () => {
    const registered = [await done(register()), await done(register()), await done(register())];
    const newestFirst = registered.map(({ id }) => id).reverse();
    const query = { type: 'neighbourhood', limit: 2 } as const;
    const found = await eventually('the views show them', async () => {
      const ids: string[] = [];
      const all = itemsOf((at) => client.GET('/api/center/v1/disputes', { params: { query: { ...query, ...at } } }));
      for await (const { id } of all) ids.push(id);
      return ids[0] === newestFirst[0] ? ids : notYet(ids);
    });
    expect(found.slice(0, 3)).toEqual(newestFirst);
  });

  it('changes what it has read, and is told when that has moved on', async () => {
    const { id } = await done(register());
    const read = await client.GET('/api/village/v1/disputes/{id}', { params: { path: { id } } });
    const revision = revisionOf(read.response);
    const acceptance = () => client.write(`/api/village/v1/disputes/${id}/acceptance`, {}, { ifRevision: revision });
    expect((await acceptance()).data).toMatchObject({ id, revision: 1 });
    const { error } = await acceptance();
    expect([error?.status, error?.code, error?.title]).toEqual([
      412,
      'stale-revision',
      'The dispute has moved on; read it again and retry.',
    ]);
  });
});
