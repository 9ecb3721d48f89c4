import type { EventStore } from '@mediation/event-store/port';
import type { Message, Recorded } from '@mediation/kernel';
import { isAfter, type ViewGroup } from './apply-batch';
import { deliver, keysOf, reduceBatch } from './reduce-batch';
import type { ParkedStream } from './view-store';

/**
 * Makes a stream's rows in one view again, from the stream's beginning up to the view's checkpoint, and takes it out of the
 * parked ones. Answers where it is parked once more, or undefined when it is in order.
 */
export const retryStream = <Event extends Recorded<Message>>(
  { views, projections, reader }: ViewGroup<Event>,
  events: EventStore,
  { view: name, stream }: { readonly view: string; readonly stream: string },
): Promise<ParkedStream | undefined> =>
  views.transact(async (transaction) => {
    const projection = projections.find((each) => each.name === name);
    const [view] = await transaction.lock([name], [stream]);
    if (!projection || !view) return undefined;
    // Read under the lock: what the checkpoint has passed is in the store, and the projector adds nothing meanwhile.
    const stored = await events.readStream(stream);
    const passed = stored.filter(({ position }) => !isAfter(position, view.checkpoint));
    const deliveries = deliver(reader, passed);
    const { changes, parked } = reduceBatch(projection, deliveries, { rows: new Map(), parked: new Set() });
    const absent = keysOf(projection, deliveries).map((key) => [key, undefined] as const);
    await transaction.unpark(view, stream);
    await transaction.save(view, new Map<string, object | undefined>([...absent, ...changes]));
    await transaction.park(view, parked);
    return parked[0];
  });
