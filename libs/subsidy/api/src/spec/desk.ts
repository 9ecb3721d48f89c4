import { commandRunner } from '@mediation/command-runner';
import { disputeStream, type DisputeEvent, type LinkRelation } from '@mediation/dispute/domain';
import { disputeCodec } from '@mediation/dispute/stored-events';
import { inMemoryJournal } from '@mediation/event-store/in-memory';
import type { Journal } from '@mediation/event-store/port';
import { divisionOf, parseBodyCode, type BodyCode } from '@mediation/kernel';
import { ProblemError, type Principal } from '@mediation/nest';
import { rulePackFor } from '@mediation/rules';
import type { SubsidyCommand } from '@mediation/subsidy/domain';
import { FixedClock } from '@mediation/testing';
import type { CommandBus } from '@nestjs/cqrs';
import { randomUUID } from 'node:crypto';
import { SubsidisedCases, type DuplicateLinks } from '../subsidised-cases';
import { subsidyAggregate, type SubsidyRulesFor } from '../subsidy.aggregate';
import type { RunSubsidyCommand } from '../subsidy.command';
import { SubsidyCommands } from '../subsidy.commands';
import { SubsidyReader } from '../subsidy.reader';
import { SUBSIDY_ROUTES } from '../subsidy.routes';
import { ARCHIVED, DAY, MEDIATED, NOON, OFFICE, BUREAU, VILLAGE } from './mediated-case';

export { BUREAU, OFFICE, VILLAGE };

const ROLE: Readonly<Record<BodyCode, Principal['roles'][number]>> = {
  [VILLAGE]: 'committee-chair',
  [OFFICE]: 'judicial-office-officer',
  [BUREAU]: 'district-supervisor',
};

/** As the journal's database answers: what was said of any of them, in order. */
const linksIn = (journal: Journal): DuplicateLinks => ({
  about: async (ids) =>
    (await journal.readAll({ limit: 100_000 }))
      .filter(({ type }) => type === 'dispute.linked.v1')
      .map(({ stream, data }) => ({
        from: stream.slice('dispute-'.length),
        to: String(data['to']),
        relation: String(data['relation']),
      }))
      .filter(({ from, to }) => ids.includes(from) || ids.includes(to)),
});

/** The papers of a file are the dispute's business: here every file is complete. */
const rulesFor: SubsidyRulesFor = (date, division) => ({ ...rulePackFor(date, division), materialsFor: () => [] });

export type Act = Exclude<SubsidyCommand['type'], 'YieldSubsidy'>;

export interface Sent {
  readonly body?: object;
  readonly key?: string;
  readonly sub?: string;
}

const METADATA = {
  occurredAt: NOON,
  recordedAt: NOON,
  actor: { sub: 'u', org: VILLAGE, roles: [] },
  commandId: randomUUID(),
  command: 'Test',
  rules: 'cn@2025-01-01',
};

/** Where subsidies are claimed, reviewed and paid, over a journal in memory. */
export const openDesk = () => {
  const journal = inMemoryJournal();
  const clock = new FixedClock('2025-07-01T09:00:00+08:00');
  const run = commandRunner(subsidyAggregate(rulesFor), { journal, clock });
  const execute = ({ command, meta }: RunSubsidyCommand) => run(command, meta);
  const bus = { execute } as unknown as CommandBus;
  const cases = new SubsidisedCases(journal, linksIn(journal), rulesFor);
  const commands = new SubsidyCommands(bus, { hasBody: () => true }, clock, cases);
  const reader = new SubsidyReader(clock, rulesFor, cases);
  const as = (org: BodyCode, sub = divisionOf(org)): Principal => ({ sub, org, roles: [ROLE[org] ?? 'mediator'] });

  const tell = async (id: string, ...events: readonly DisputeEvent[]): Promise<void> => {
    const stored = events.map((event) => ({ id: randomUUID(), metadata: METADATA, ...disputeCodec.encode(event) }));
    await journal.append(disputeStream(id), stored, 'any');
  };

  return {
    journal,
    cases,
    read: (id: string, org: BodyCode) => reader.read(id, as(org), parseBodyCode(org)?.tier ?? 'district'),
    /** What the call answers: `done`, or the problem's rule or code. */
    act: async (useCase: Act, id: string, org: BodyCode, { body, key, sub }: Sent = {}): Promise<string> => {
      const route = SUBSIDY_ROUTES.find((each) => each.useCase === useCase);
      const tier = parseBodyCode(org)?.tier;
      if (route === undefined || tier === undefined) throw new Error('no such act');
      const request = { params: { id }, body, idempotencyKey: key, ifMatch: undefined, caller: as(org, sub) };
      try {
        await commands.run(route, tier, request);
        return 'done';
      } catch (error) {
        if (!(error instanceof ProblemError)) throw error;
        return String(error.problem.extensions?.['rule'] ?? error.problem.code);
      }
    },
    mediated: (id: string) => tell(id, ...MEDIATED),
    archive: (id: string) => tell(id, ...ARCHIVED),
    reopen: (id: string) => tell(id, { type: 'DisputeReopened', data: { reason: 'new-application', reopenedOn: DAY } }),
    link: (id: string, to: string, relation: LinkRelation) =>
      tell(id, { type: 'DisputeLinked', data: { to, relation, personal: {} } }),
  };
};
export type Desk = ReturnType<typeof openDesk>;
