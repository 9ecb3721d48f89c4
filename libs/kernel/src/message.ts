import type { Instant } from './time';

/** An event as a decision makes it: a name and its payload, nothing else. */
export interface Message<Type extends string = string, Data extends object = object> {
  readonly type: Type;
  readonly data: Data;
}

/** Who acted: the token's subject, the body it acts for and the roles it carried. No name of a person. */
export type ActorStamp = {
  readonly sub: string;
  readonly org: string;
  readonly roles: readonly string[];
};

/** What the runner adds to every event it appends. Holds no personal data. */
export type EventMetadata = {
  /** When it happened, as the people who were there say; late entry is normal. */
  readonly occurredAt: Instant;
  /** When the journal learned of it. */
  readonly recordedAt: Instant;
  readonly actor: ActorStamp;
  readonly commandId: string;
  /** The command's code name, so that a history can tell which act caused the event. */
  readonly command: string;
  /** The rule pack the decision was made under, e.g. `cn@2025-01-01`. */
  readonly rules: string;
};

/** An event read back: the domain's payload with the facts of its recording. */
export type Recorded<Event extends Message> = Event & {
  readonly id: string;
  readonly stream: string;
  readonly revision: number;
  readonly position: string;
  readonly metadata: EventMetadata;
};
