import type { JsonObject, Message, Recorded } from '@mediation/kernel';
import { z } from 'zod';

/** A stored event whose name or payload this codec does not know: a newer writer, or a damaged row. Carries no payload. */
export class UnreadableEvent extends Error {
  readonly code = 'unreadable-event';
  constructor(
    readonly storedType: string,
    readonly stream: string,
    readonly revision: number,
    reason: string,
  ) {
    super(`${storedType} at ${stream}/${revision}: ${reason}`);
  }
}

/** What a codec needs of a stored event; the event store's port has the same shape and more. */
export interface Stored {
  readonly id: string;
  readonly type: string;
  readonly stream: string;
  readonly revision: number;
  readonly position: string;
  readonly data: JsonObject;
  readonly metadata: JsonObject;
}

/** Turns the payload of an old stored name into that of its successor. */
export interface Upcaster {
  readonly to: string;
  readonly upcast: (data: JsonObject) => JsonObject;
}
export type Upcasters = Readonly<Record<string, Upcaster>>;

const instant = z.iso.datetime({ offset: true });

/** What the command runner says of every event. A later writer may say more. */
export const eventMetadata = z.looseObject({
  occurredAt: instant.meta({ description: '发生时间,可补录 when it happened, as told; late entry is normal' }),
  recordedAt: instant.meta({ description: '入账时间 when the journal learned of it' }),
  actor: z.object({ sub: z.string(), org: z.string(), roles: z.array(z.string()) }).meta({
    description: '经办:账号、机构代码、角色,不含姓名 who acted: account, body and roles; no name',
  }),
  commandId: z.string().meta({ description: '办理编号 the command; the events of one command share it' }),
  command: z.string().meta({ description: '办理事项 the command’s name, e.g. RegisterDispute' }),
  rules: z.string().meta({ description: '所依规则包 the rule pack it was decided under, e.g. cn@2025-01-01' }),
});

/** The keys at which a schema refused, without the values. */
const where = (error: z.ZodError): string =>
  [...new Set(error.issues.map((issue) => issue.path.join('.') || issue.code))].join(', ');

export interface Codec<Event extends Message> {
  encode(event: Event): { readonly type: string; readonly data: JsonObject };
  /** @throws UnreadableEvent */
  decode(stored: Stored): Recorded<Event>;
  /** Whether it is an event of this context, by the newest or an older stored name. */
  knows(storedType: string): boolean;
}

/** The events of a context: their stored names, and the newest payload of each. */
export interface Vocabulary<Type extends string> {
  readonly names: Readonly<Record<Type, string>>;
  readonly payloads: Readonly<Record<Type, z.ZodType>>;
}

/** Encodes to the newest version; decodes any version ever written by upcasting step by step, then checks it. */
export const codecOf = <Event extends Message>(
  { names, payloads }: Vocabulary<Event['type']>,
  upcasters: Upcasters = {},
): Codec<Event> => {
  const typeByStoredName = new Map(Object.entries<string>(names).map(([type, name]) => [name, type as Event['type']]));
  // A map, since an object would know names like `constructor`.
  const steps = new Map(Object.entries(upcasters));
  const latest = (stored: Stored): { type: string; data: JsonObject } => {
    let { type, data } = stored;
    for (let step = steps.get(type); step !== undefined; step = steps.get(type)) {
      data = step.upcast(data);
      type = step.to;
    }
    return { type, data };
  };
  return {
    encode: (event) => ({ type: names[event.type as Event['type']], data: event.data as unknown as JsonObject }),
    decode(stored) {
      const { type: storedType, data } = latest(stored);
      const type = typeByStoredName.get(storedType);
      if (type === undefined) throw new UnreadableEvent(stored.type, stored.stream, stored.revision, 'unknown name');
      const payload = payloads[type].safeParse(data);
      if (!payload.success)
        throw new UnreadableEvent(stored.type, stored.stream, stored.revision, where(payload.error));
      const metadata = eventMetadata.safeParse(stored.metadata);
      if (!metadata.success)
        throw new UnreadableEvent(stored.type, stored.stream, stored.revision, where(metadata.error));
      const { id, stream, revision, position } = stored;
      // The payload's schema is that of the type, which no type checker can follow through a table.
      const event: unknown = { type, data: payload.data, id, stream, revision, position, metadata: metadata.data };
      return event as Recorded<Event>;
    },
    knows: (storedType) => typeByStoredName.has(storedType) || steps.has(storedType),
  };
};
