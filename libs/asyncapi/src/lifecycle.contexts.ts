import { disputeCodec, payloads, readGoldens, STORED_NAMES } from '@mediation/dispute/stored-events';
import {
  SCREENING_NAMES,
  screeningCodec,
  screeningGoldens,
  screeningPayloads,
} from '@mediation/screening/stored-events';
import { SUBSIDY_STORED_NAMES, subsidyCodec, subsidyGoldens, subsidyPayloads } from '@mediation/subsidy/stored-events';
import type { StoredEvent } from '@mediation/event-store/port';
import type { Golden } from '@mediation/stored-events';
import type { z } from 'zod';
import type { Wording } from './say';
import { SCREENING_WORDING } from './screening.wording';
import { SUBSIDY_WORDING } from './subsidy.wording';
import { WORDING } from './wording';

/** What one context publishes of its events. */
interface LifecycleContext {
  readonly names: Readonly<Record<string, string>>;
  readonly payloads: Readonly<Record<string, z.ZodType>>;
  readonly wording: Readonly<Record<string, Wording>>;
  readonly goldens: () => readonly Golden[];
  readonly codec: { knows(storedType: string): boolean; decode(stored: StoredEvent): { readonly data: object } };
}

/** One row publishes a context's events: on the topic, in the AsyncAPI document and in docs/events. */
const CONTEXTS: readonly LifecycleContext[] = [
  { names: STORED_NAMES, payloads, wording: WORDING, goldens: readGoldens, codec: disputeCodec },
  {
    names: SCREENING_NAMES,
    payloads: screeningPayloads,
    wording: SCREENING_WORDING,
    goldens: screeningGoldens,
    codec: screeningCodec,
  },
  {
    names: SUBSIDY_STORED_NAMES,
    payloads: subsidyPayloads,
    wording: SUBSIDY_WORDING,
    goldens: subsidyGoldens,
    codec: subsidyCodec,
  },
];

/** Payloads that stand for events already written, of every context. */
export const allGoldens = (): readonly Golden[] => CONTEXTS.flatMap(({ goldens }) => goldens());

const codecOf = (storedType: string) => CONTEXTS.find(({ codec }) => codec.knows(storedType))?.codec;

/** Whether events of a stored name can still be read, perhaps by way of a newer version. */
export const isReadable = (storedType: string): boolean => codecOf(storedType) !== undefined;

/** What an event of whichever context says; undefined for none of theirs. @throws UnreadableEvent */
export const decoded = (stored: StoredEvent) => codecOf(stored.type)?.decode(stored).data;

/** Every event that the topic carries, under its stored name. */
export const storedEvents = () =>
  CONTEXTS.flatMap(({ names, payloads: schemas, wording }) =>
    Object.entries(names).map(([type, name]) => ({ name, schema: schemas[type]!, ...wording[type]! })),
  );
