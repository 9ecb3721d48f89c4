import type { Ground } from './ground';
import type { JsonObject } from './json';

/**
 * What a decision answers: the events it accepts (none = already so), or why it refuses, by which rule of law, and what exactly
 * stands in the way; the last is shown to the caller as it is, so nothing personal is in it.
 */
export type Decision<Event, Refusal> =
  | { readonly kind: 'accepted'; readonly events: readonly Event[] }
  | { readonly kind: 'refused'; readonly refusal: Refusal; readonly ground?: Ground; readonly details?: JsonObject };

export const accept = <Event>(...events: readonly Event[]): Decision<Event, never> => ({ kind: 'accepted', events });

export const refuse = <Refusal>(refusal: Refusal, ground?: Ground): Decision<never, Refusal> => ({
  kind: 'refused',
  refusal,
  ...(ground && { ground }),
});

export const refuseWith = <Refusal>(refusal: Refusal, details: JsonObject): Decision<never, Refusal> => ({
  kind: 'refused',
  refusal,
  details,
});

/** Ends an exhaustive switch: leaving a case out does not compile. */
export const unreachable = (value: never): never => {
  throw new Error(`unreachable case: ${JSON.stringify(value)}`);
};
