import type { Ground } from './ground';

/** What a decision answers: the events it accepts (none = already so), or why it refuses, and by which rule of law. */
export type Decision<Event, Refusal> =
  | { readonly kind: 'accepted'; readonly events: readonly Event[] }
  | { readonly kind: 'refused'; readonly refusal: Refusal; readonly ground?: Ground };

export const accept = <Event>(...events: readonly Event[]): Decision<Event, never> => ({ kind: 'accepted', events });

export const refuse = <Refusal>(refusal: Refusal, ground?: Ground): Decision<never, Refusal> => ({
  kind: 'refused',
  refusal,
  ...(ground && { ground }),
});

/** Ends an exhaustive switch: leaving a case out does not compile. */
export const unreachable = (value: never): never => {
  throw new Error(`unreachable case: ${JSON.stringify(value)}`);
};
