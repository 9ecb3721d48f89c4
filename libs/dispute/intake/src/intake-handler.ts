import { RECEIPTS_TOPIC, type ReceiptData } from '@mediation/dispute/contracts';
import { StoreClosed, StoreUnavailable } from '@mediation/event-store/port';
import { ProblemError } from '@mediation/nest';
import type { Delivery, Failure, Handled, MessageHandler, Producer } from '@mediation/messaging/port';
import { fileMessage, referenceOf, type Commands } from './file-message';
import { inLanes } from './in-lanes';
import { readIntake, type IntakeMessage } from './read-intake';
import { receiptMessage } from './receipt';
import type { IntakeSources } from './sources';

export interface IntakeOptions {
  readonly commands: Commands;
  readonly producer: Producer;
  readonly sources: IntakeSources;
  /** Messages of different keys that are taken in at the same time; default 8. */
  readonly atOnce?: number;
}

/** No receipt where the message is for another district's intake. */
type Result = { readonly receipt: ReceiptData | undefined } | { readonly fault: unknown };

/** So often a fault that nobody foresaw may come before its message is put aside, or it would hold up everyone behind it. */
const MOST_ATTEMPTS = 5;

const nameOf = (fault: unknown): string => {
  if (fault instanceof ProblemError) return fault.problem.code;
  const code = (fault as { code?: unknown } | null)?.code;
  if (typeof code === 'string') return code;
  return fault instanceof Error ? fault.name : typeof fault;
};

const passes = (fault: unknown): boolean =>
  [StoreUnavailable, StoreClosed, ProblemError].some((kind) => fault instanceof kind);

/** Of the first message that has not had its effect. */
const failureOf = (result: Result | undefined, attempts: number): Failure => {
  if (result === undefined || !('fault' in result)) return { policy: 'retry', reason: 'closing' };
  const { fault } = result;
  return passes(fault) || attempts < MOST_ATTEMPTS
    ? { policy: 'retry', reason: nameOf(fault) }
    : { policy: 'park', reason: `unforeseen fault ${nameOf(fault)}` };
};

/** Without a key, what has one reference is kept in order: nothing else of one system depends on another. */
const laneOf = (message: IntakeMessage): string => message.key ?? `${message.source} ${referenceOf(message)}`;

interface Filed {
  readonly count: number;
  readonly receipts: readonly ReceiptData[];
  /** Of the message after them; absent when all were filed. */
  readonly failure?: Failure;
}

const fileAll = async (
  messages: readonly IntakeMessage[],
  { commands, sources, atOnce = 8 }: IntakeOptions,
  { signal, attempt }: Delivery,
): Promise<Filed> => {
  const results: (Result | undefined)[] = messages.map(() => undefined);
  let firstFault = messages.length;
  const work = async (place: number): Promise<void> => {
    // What comes after a fault comes again with it.
    if (signal.aborted || place > firstFault) return;
    try {
      const message = messages[place]!;
      const isOurs = !sources.isElsewhere(message.data['to']);
      results[place] = { receipt: isOurs ? await fileMessage(message, sources, commands) : undefined };
    } catch (fault) {
      results[place] = { fault };
      firstFault = Math.min(firstFault, place);
    }
  };
  await inLanes([...messages.keys()], (place) => laneOf(messages[place]!), atOnce, work);
  const receipts: ReceiptData[] = [];
  for (const [count, result] of results.entries()) {
    if (result === undefined || !('receipt' in result)) {
      return { count, receipts, failure: failureOf(result, count === 0 ? attempt : 1) };
    }
    if (result.receipt) receipts.push(result.receipt);
  }
  return { count: results.length, receipts };
};

/**
 * Takes in what outside systems file, each (system, reference) once. A receipt is with the broker before its message is
 * acknowledged; a message that comes again gets the same receipt again. What cannot be read is parked with the reason.
 */
export const intakeHandler =
  (options: IntakeOptions): MessageHandler =>
  async (batch, delivery): Promise<Handled> => {
    const read = batch.map(readIntake);
    const unreadable = read.findIndex((each) => typeof each === 'string');
    const readable = read
      .slice(0, unreadable === -1 ? read.length : unreadable)
      .filter((each) => typeof each !== 'string');
    const { count, receipts, failure } = await fileAll(readable, options, delivery);
    if (receipts.length > 0) {
      const { self } = options.sources;
      await options.producer.send(
        RECEIPTS_TOPIC,
        receipts.map((each) => receiptMessage(self, each)),
      );
    }
    if (failure !== undefined) return { count, failure };
    const reason = read[count];
    return typeof reason === 'string' ? { count, failure: { policy: 'park', reason } } : { count };
  };
