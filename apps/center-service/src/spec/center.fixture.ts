import { randomUUID } from 'node:crypto';
import { loadDirectory } from '@mediation/directory';
import { disputeStream, type DisputeEvent } from '@mediation/dispute/domain';
import { disputeCodec } from '@mediation/dispute/stored-events';
import { inMemoryJournal } from '@mediation/event-store/in-memory';
import type { JsonObject } from '@mediation/kernel';
import { createApp, PinoLogger, ShellModule, type VerifyToken } from '@mediation/nest';
import { createTestDatabase, eventually, FixedClock, notYet } from '@mediation/testing';
import { Module } from '@nestjs/common';
import { Center, CenterModule } from '../center.module';
import type { SenderSettings } from '../webhooks/sender';

@Module({})
class TestModule {}

/** A token that says who it is: `Bearer <org> <role>`. */
const verify: VerifyToken = async (authorization) => {
  const [, org, role] = /^Bearer (\S+) (\S+)$/.exec(authorization ?? '') ?? [];
  return org === undefined || role === undefined
    ? { refusal: 'token-missing' }
    : { principal: { sub: 'u1', org, roles: [role] } };
};

export interface Who {
  readonly org: string;
  readonly role: string;
}
export const SUPERVISOR: Who = { org: '370402-center', role: 'center-officer' };

/** A centre over a real PostgreSQL, served, with a journal that tests write to. */
export const openTestCenter = async (webhooks: SenderSettings | 'elsewhere' = { allowPrivate: true }) => {
  const database = await createTestDatabase();
  const journal = inMemoryJournal();
  const clock = new FixedClock('2025-03-12T09:00:00+08:00');
  const center = await Center.open({
    events: journal,
    databaseUrl: database.appUrl,
    clock,
    nameOfBody: (code) => (code === '370402102-committee' ? '示例镇调委会' : undefined),
    divisions: () => [
      { code: '370402', name: '示例区' },
      { code: '370402102', name: '示例镇' },
      { code: '370402102001', name: '示例村' },
      { code: '370402103', name: '邻镇' },
    ],
    directory: await loadDirectory(database.appUrl),
    webhooks: webhooks === 'elsewhere' ? { allowPrivate: true } : webhooks,
    console: { issuer: 'https://issuer.example', clientId: 'mediation-console', local: false },
  });
  const shell = ShellModule.forRoot({ verify, healthChecks: [center.healthCheck] });
  const app = await createApp(
    { module: TestModule, imports: [shell, CenterModule.forRoot(center)] },
    { logger: new PinoLogger('fatal') },
  );
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  if (webhooks === 'elsewhere') center.projecting.start();
  else center.start();

  const get = async (path: string, who: Who | 'nobody' = SUPERVISOR, headers: Record<string, string> = {}) => {
    const authorization = who !== 'nobody' && { authorization: `Bearer ${who.org} ${who.role}` };
    const url = path.startsWith('/') ? path : `/api/center/v1/${path}`;
    const response = await app.inject({ method: 'GET', url, headers: { ...authorization, ...headers } });
    return { status: response.statusCode, headers: response.headers, text: response.body, body: json(response.body) };
  };

  const send = async (
    method: 'POST' | 'PATCH' | 'PUT' | 'DELETE',
    path: string,
    body: object = {},
    who: Who = SUPERVISOR,
  ) => {
    const headers = { authorization: `Bearer ${who.org} ${who.role}`, 'content-type': 'application/json' };
    const response = await app.inject({
      method,
      url: `/api/center/v1/${path}`,
      headers,
      payload: JSON.stringify(body),
    });
    return { status: response.statusCode, body: json(response.body) };
  };

  return {
    app,
    center,
    send,
    journal,
    clock,
    database,
    get,
    /** Appends events of one dispute, each recorded by the body given. */
    record: async (id: string, org: string, ...events: readonly DisputeEvent[]): Promise<void> => {
      const metadata = {
        occurredAt: clock.now(),
        recordedAt: clock.now(),
        actor: { sub: 'u1', org, roles: ['mediator'] },
        commandId: randomUUID(),
        command: 'Test',
        rules: 'test',
      };
      const stored = events.map((event) => ({ id: randomUUID(), metadata, ...disputeCodec.encode(event) }));
      await journal.append(disputeStream(id), stored, 'any');
    },
    /** Until the views show everything that has been recorded. */
    caughtUp: () =>
      eventually('the views have caught up', async () => {
        const head = await journal.head();
        const statuses = await center.projecting.views.statuses();
        return statuses.every(({ checkpoint }) => checkpoint === head) ? true : notYet(statuses);
      }),
    close: async () => {
      await app.close();
      await center.close();
      await journal.close();
      await database.drop();
    },
  };
};
export type TestCenter = Awaited<ReturnType<typeof openTestCenter>>;

const json = (text: string): JsonObject => {
  try {
    return JSON.parse(text) as JsonObject;
  } catch {
    return {};
  }
};
