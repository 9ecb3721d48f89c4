import type { RecordedDisputeEvent } from '@mediation/dispute/domain';
import { disputeViews } from '@mediation/dispute/read-models';
import { disputeCodec } from '@mediation/dispute/stored-events';
import type { StoredEvent } from '@mediation/event-store/port';
import type { Message, Recorded } from '@mediation/kernel';
import type { EventReader, Projection, ViewGroup } from '@mediation/projecting/engine';
import { PostgresViewStore } from '@mediation/projecting/postgres';
import type { RecordedScreeningEvent } from '@mediation/screening/domain';
import { screeningViews } from '@mediation/screening/read-models';
import { screeningCodec } from '@mediation/screening/stored-events';
import type { RecordedSubsidyEvent } from '@mediation/subsidy/domain';
import { subsidyViews } from '@mediation/subsidy/read-models';
import { subsidyCodec } from '@mediation/subsidy/stored-events';
import type { Pool } from 'pg';

/** What the centre shows of one context. Its views agree with each other; those of two contexts may be a batch apart. */
export interface ViewContext<Event extends Recorded<Message> = Recorded<Message>> {
  /** Streams are `<category>-<id>`: every event of one is for these views, and one that cannot be read parks the stream. */
  readonly category: string;
  readonly projections: readonly Projection<object, Event>[];
  decode(stored: StoredEvent): Event;
}

const DISPUTE: ViewContext<RecordedDisputeEvent> = {
  category: 'dispute',
  projections: disputeViews,
  decode: (stored) => disputeCodec.decode(stored),
};

const SCREENING: ViewContext<RecordedScreeningEvent> = {
  category: 'screening',
  projections: screeningViews,
  decode: (stored) => screeningCodec.decode(stored),
};

const SUBSIDY: ViewContext<RecordedSubsidyEvent> = {
  category: 'subsidy',
  projections: subsidyViews,
  decode: (stored) => subsidyCodec.decode(stored),
};

/** One row makes a context's views: projected, watched, rebuilt. */
export const VIEW_CONTEXTS: readonly ViewContext[] = [DISPUTE, SCREENING, SUBSIDY];

export const VIEW_NAMES: readonly string[] = VIEW_CONTEXTS.flatMap(({ projections }) =>
  projections.map(({ name }) => name),
);

export const holds = ({ category }: Pick<ViewContext, 'category'>, stream: string): boolean =>
  stream.startsWith(`${category}-`);

export const readerOf = <Event extends Recorded<Message>>(context: ViewContext<Event>): EventReader<Event> => ({
  reads: ({ stream }) => holds(context, stream),
  decode: (stored) => context.decode(stored),
});

export const viewGroupOf = <Event extends Recorded<Message>>(
  context: ViewContext<Event>,
  pool: Pool,
): ViewGroup<Event> => ({
  views: new PostgresViewStore(
    pool,
    'live',
    context.projections.map(({ name }) => name),
  ),
  projections: context.projections,
  reader: readerOf(context),
});

/** The context that has the view. */
export const contextOf = (view: string): ViewContext | undefined =>
  VIEW_CONTEXTS.find(({ projections }) => projections.some(({ name }) => name === view));
