import { randomUUID } from 'node:crypto';
import { INTAKE_TOPIC, RECEIPTS_TOPIC, receiptData } from '@mediation/dispute/contracts';
import { DisputeCommands, DisputeModule, type DossierParts } from '@mediation/dispute/api';
import { disputeIdOf } from '@mediation/dispute/domain';
import type { Journal } from '@mediation/event-store/port';
import { addDays, parseBodyCode } from '@mediation/kernel';
import { DEAD_LETTER_HEADERS, type Message, type Messaging, type ReceivedMessage } from '@mediation/messaging/port';
import { createApp, PinoLogger, ShellModule } from '@mediation/nest';
import { createTestDatabase, eventually, FixedClock, notYet } from '@mediation/testing';
import { Module } from '@nestjs/common';
import { intakeSources } from '../sources';
import { startIntake } from '../start-intake';

export const COURT = 'urn:mediation:370402:court';
export const HOTLINE = 'urn:mediation:370402:hotline-12345';
/** Of one township alone. */
export const ADVICE = 'urn:mediation:370402102:advice';
export const ROOM = '370402102-pretrial-room';
export const TOWNSHIP = '370402102-committee';
const GROUP = 'intake-370402';
/** In no directory, though its code could be. */
export const NOBODY = '370402109-committee';

export const SOURCES = intakeSources({
  district: '370402',
  systems: [
    { id: HOTLINE, name: '热线', kind: 'hotline-12345', files: ['report'], areas: ['370402'] },
    { id: ADVICE, name: '咨询', kind: 'hotline-12348', files: ['report'], areas: ['370402102'] },
    { id: COURT, name: '法院', kind: 'court', files: ['referral'], areas: ['370402'], speaksFor: [ROOM, NOBODY] },
  ],
});

@Module({})
class TestModule {}

/** What the intake is tested over: a broker that the test's clients share, and the journal of a database. */
export interface Ground {
  openClient(): Messaging;
  openJournal(connectionString: string): Journal;
  close(): Promise<void>;
}

/** Nothing that comes in asks for papers. */
const NO_PAPERS: DossierParts = {
  numbers: { allocate: () => Promise.resolve(1), list: () => Promise.resolve([]) },
  documents: { catalogue: [], render: () => Buffer.alloc(0), export: () => Buffer.alloc(0) },
  names: {
    body: () => undefined,
    mediator: () => undefined,
    number: (body, year, serial) => `${body}/${year}/${serial}`,
  },
};

const startService = async (ground: Ground) => {
  const database = await createTestDatabase();
  const journal = ground.openJournal(database.appUrl);
  const dispute = DisputeModule.forRoot({
    journal,
    clock: new FixedClock('2025-03-10T09:00:00+08:00'),
    rulePackFor: () => ({
      id: 'plain@1',
      replyDueOn: (_, offeredOn) => addDays(offeredOn, 3),
      mediationDueOn: () => undefined,
      bounceLimit: 2,
      clocks: {},
      clocksOf: () => [],
      gate: () => undefined,
      materialsFor: () => [],
      lists: () => false,
    }),
    knownBodies: {
      hasBody: (code) => parseBodyCode(code) !== undefined && code !== NOBODY,
      hasMediator: () => true,
      offRosterOf: () => [],
    },
    whoIsWho: {
      bodies: () => [],
      nameOfBody: () => undefined,
      mediatorsOf: () => [],
      nameOfMediator: () => undefined,
      onRosterOf: () => [],
      offRosterOf: () => [],
    },
    dossier: NO_PAPERS,
  });
  const shell = ShellModule.forRoot({ verify: async () => ({ refusal: 'token-missing' }), healthChecks: [] });
  const app = await createApp({ module: TestModule, imports: [shell, dispute] }, { logger: new PinoLogger('fatal') });
  await app.init();
  return { database, journal, app, commands: app.get(DisputeCommands) };
};

type Enough = (read: readonly ReceivedMessage[]) => boolean;

/** The messages of a topic from its beginning, in the order of each partition, until there are enough. */
const readAll = async (messaging: Messaging, topic: string, enough: Enough): Promise<readonly ReceivedMessage[]> => {
  const read: ReceivedMessage[] = [];
  const consumption = messaging.consume({
    group: `reader-${randomUUID()}`,
    topics: [topic],
    handle: async (batch) => {
      read.push(...batch);
      return { count: batch.length };
    },
  });
  await eventually(`enough of ${topic}`, () => (enough(read) ? true : notYet(read.length)));
  await consumption.close();
  return read;
};

const textOf = ({ body }: ReceivedMessage): string => new TextDecoder().decode(body);

const atLeast =
  (count: number): Enough =>
  (read) =>
    read.length >= count;
/** Of so many references: around a rebalance some are told twice. */
const ofReferences =
  (count: number): Enough =>
  (read) =>
    new Set(read.map(({ key }) => key)).size >= count;

const toReceipt = (message: ReceivedMessage) => ({
  key: message.key,
  headers: message.headers,
  data: receiptData.parse(JSON.parse(textOf(message))),
});

/** A township's intake on a real journal, through the real command bus. */
export const openIntake = async (ground: Ground) => {
  const service = await startService(ground);
  const messaging = ground.openClient();
  const join = (client: Messaging, commands: Pick<DisputeCommands, 'run' | 'requireBodies'> = service.commands) =>
    startIntake({ messaging: client, commands, sources: SOURCES, group: GROUP });
  const handled = () =>
    eventually('everything has been taken in', async () =>
      (await first.lag()) === 0 ? true : notYet(await first.lag()),
    );
  const first = join(messaging);
  return {
    ...service,
    messaging,
    /** One more member of the group, on a client of its own. */
    join: (commands?: Parameters<typeof join>[1]) => {
      const client = ground.openClient();
      return { client, consumption: join(client, commands) };
    },
    leave: () => first.close(),
    handled,
    /** Sends, and waits until all has been taken in. */
    file: async (...messages: readonly Message[]) => {
      await messaging.producer().send(INTAKE_TOPIC, messages);
      await handled();
    },
    receipts: async (count: number) => (await readAll(messaging, RECEIPTS_TOPIC, atLeast(count))).map(toReceipt),
    receiptsOf: async (references: number) =>
      (await readAll(messaging, RECEIPTS_TOPIC, ofReferences(references))).map(toReceipt),
    deadLetters: async (count: number) =>
      (await readAll(messaging, `${INTAKE_TOPIC}.dead-letter`, atLeast(count))).map((message) => ({
        reason: message.headers[DEAD_LETTER_HEADERS.reason],
        body: textOf(message),
      })),
    /** Every event there is, by dispute in the order of registration. */
    disputes: async () => {
      const events = await service.journal.readAll({ limit: 10_000 });
      const ids = [...new Set(events.map(({ stream }) => stream))];
      return ids.map((stream) => ({
        id: disputeIdOf(stream),
        events: events.filter((event) => event.stream === stream),
      }));
    },
    close: async () => {
      await messaging.close();
      await service.app.close();
      await service.journal.close();
      await service.database.drop();
    },
  };
};
export type Intake = Awaited<ReturnType<typeof openIntake>>;
