/** What a decision answers: the events it accepts (none = already so), or why it refuses. */
export type Decision<Event, Refusal> =
  | { readonly kind: 'accepted'; readonly events: readonly Event[] }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

export const accept = <Event>(...events: readonly Event[]): Decision<Event, never> => ({ kind: 'accepted', events });

export const refuse = <Refusal>(refusal: Refusal): Decision<never, Refusal> => ({ kind: 'refused', refusal });

/** Ends an exhaustive switch: leaving a case out does not compile. */
export const unreachable = (value: never): never => {
  throw new Error(`unreachable case: ${JSON.stringify(value)}`);
};
