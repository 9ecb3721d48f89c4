import type { DisputeType, Source } from '@mediation/dispute/domain';
import type { Script } from './script';

/** How a kind of dispute runs through the year. */
export interface Storyline {
  readonly name: string;
  /** How many there are; `rest` fills up the year's number of mediated disputes. */
  readonly count: number | 'rest';
  /** Whether mediation begins, so that it counts as mediated. */
  readonly mediated: boolean;
  /** First and last day of registration, `MM-DD`. What would happen after 31 December has not happened. */
  readonly from: string;
  readonly until: string;
  /** Whether an incident or an averted risk fits in: into some of them, or an incident into each. */
  readonly extras: 'none' | 'some' | 'incident-each';
  readonly types?: Readonly<Partial<Record<DisputeType, number>>>;
  readonly sources?: Readonly<Partial<Record<Source, number>>>;
  /** `turn` counts the disputes of this storyline, so that each variant has its turn. */
  readonly play: (script: Script, turn: number) => void;
}

/** One dispute that a storyline is to have. */
export interface Slot {
  readonly storyline: Storyline;
  readonly turn: number;
}

type Options = Partial<Omit<Storyline, 'name' | 'count' | 'play'>>;

export const storyline = (
  name: string,
  count: Storyline['count'],
  play: Storyline['play'],
  options: Options = {},
): Storyline => ({ name, count, play, mediated: true, from: '01-02', until: '11-20', extras: 'none', ...options });

export const inTurn = <T>(list: readonly T[], turn: number): T => {
  const found = list[turn % list.length];
  if (found === undefined) throw new Error('nothing to take in turn');
  return found;
};
