import { commandRunner, type CommandMeta } from '@mediation/command-runner';
import { disputeAggregate } from '@mediation/dispute/api';
import { disputeStream, disputeUseCase, type DisputeCommand } from '@mediation/dispute/domain';
import { postgresJournal } from '@mediation/event-store/postgres';
import type { JsonObject } from '@mediation/kernel';
import { rulePackFor } from '@mediation/rules';
import { systemClock } from '@mediation/service';
import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { registration, VILLAGE } from './stories';

const SESSIONS = 6;

const command = (type: DisputeCommand['type'], data: JsonObject): DisputeCommand =>
  ({ type, data: disputeUseCase(type).data.parse(data) }) as DisputeCommand;

/**
 * Decisions straight on the journal, by the runner that the services use: events go on coming at a steady pace, whichever
 * service has just been killed.
 */
export class DeskLoad {
  private readonly journal;
  private readonly run;
  private ending = false;
  private running: Promise<unknown> = Promise.resolve();
  /** Events appended. */
  events = 0;

  constructor(
    connectionString: string,
    private readonly options: { readonly workers: number; readonly pauseMs: number },
  ) {
    this.journal = postgresJournal({ connectionString });
    this.run = commandRunner(disputeAggregate(rulePackFor), { journal: this.journal, clock: systemClock });
  }

  start(): this {
    this.running = Promise.all(Array.from({ length: this.options.workers }, () => this.work()));
    return this;
  }

  async end(): Promise<number> {
    this.ending = true;
    await this.running;
    await this.journal.close();
    return this.events;
  }

  private async work(): Promise<void> {
    while (!this.ending) {
      const stream = disputeStream(randomUUID());
      await this.decide(stream, command('RegisterDispute', registration(stream)));
      await this.decide(stream, command('AcceptDispute', {}));
      await this.decide(stream, command('AppointMediator', { mediator: '370402102200-m1' }));
      await this.decide(stream, command('NotifyRights', {}));
      for (let n = 0; n < SESSIONS; n += 1) await this.decide(stream, command('HoldSession', { record: '(示例)' }));
    }
  }

  private async decide(stream: string, next: DisputeCommand): Promise<void> {
    const meta: CommandMeta = {
      stream,
      actor: { sub: 'desk', org: VILLAGE, roles: ['mediator'] },
      commandId: randomUUID(),
      occurredAt: undefined,
      expectedRevision: undefined,
      creates: next.type === 'RegisterDispute',
      idempotency: undefined,
    };
    const outcome = await this.run(next, meta);
    if (outcome.kind !== 'done') throw new Error(`${next.type}: ${JSON.stringify(outcome)}`);
    this.events += 1;
    await delay(this.options.pauseMs);
  }
}
