import {
  ReceiptExists,
  StoreUnavailable,
  WrongExpectedRevision,
  type PreparedAppend,
} from '@mediation/event-store/port';
import { callAppend, type Outcome } from './append-call';
import type { Database } from './database';
import { violatedKey } from './faults';
import type { Reader } from './reader';

/** The revision of the last event stored, or why nothing was. */
export type Answer = number | Error;

const MAX_TRIES = 5;

/** Gives every append of a batch its own answer, whatever becomes of its neighbours. */
export class Appender {
  constructor(
    private readonly database: Database,
    private readonly reader: Reader,
  ) {}

  async run(batch: readonly PreparedAppend[]): Promise<readonly Answer[]> {
    try {
      const outcomes = await callAppend(this.database, batch);
      return await Promise.all(batch.map((append, i) => this.toAnswer(append, outcomes[i]!)));
    } catch (error) {
      // Either way the transaction is gone. When the store said no, it was to one of them: ask for each alone.
      if (error instanceof StoreUnavailable) throw error;
      const answers: Answer[] = [];
      for (const append of batch) answers.push(await this.runAlone(append));
      return answers;
    }
  }

  private async runAlone(append: PreparedAppend, tries = MAX_TRIES): Promise<Answer> {
    try {
      const [outcome] = await callAppend(this.database, [append]);
      return await this.toAnswer(append, outcome!);
    } catch (error) {
      const key = violatedKey(error);
      // Somebody wrote past the locks; the unique keys are the last guard.
      if (key === 'one_receipt_per_key') return this.toAnswer(append, { kind: 'receipt-exists' });
      if (key !== 'one_event_per_revision') return error as Error;
      if (append.expected === 'any' && tries > 1) return this.runAlone(append, tries - 1);
      const actual = await this.reader.lastRevision(append.stream);
      return this.toAnswer(append, { kind: 'wrong-revision', actual });
    }
  }

  private async toAnswer({ stream, expected, receipt }: PreparedAppend, outcome: Outcome): Promise<Answer> {
    switch (outcome.kind) {
      case 'appended':
        return outcome.revision;
      case 'wrong-revision':
        return new WrongExpectedRevision(stream, expected, outcome.actual);
      case 'receipt-exists': {
        const kept = await this.reader.receipt(receipt!.key);
        return kept ? new ReceiptExists(kept) : new StoreUnavailable('a receipt was seen and then not found');
      }
    }
  }
}
