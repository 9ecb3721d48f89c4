import {
  dateInShanghai,
  refuse,
  type ActorStamp,
  type Decision,
  type Instant,
  type PlainDate,
} from '@mediation/kernel';
import type { z } from 'zod';
import type { ScreeningEvent } from './screening.events';
import type { ScreeningRefusal } from './screening.refusals';
import type { KnownScreening, OpenScreening, ScreeningState } from './screening.state';

/** Everything a decision may know besides the command and the screening. */
export interface Context {
  readonly actor: ActorStamp;
  readonly now: Instant;
  /** When it happened; not later than `now`. */
  readonly occurredAt: Instant;
}

export type ScreeningDecision = Decision<ScreeningEvent, ScreeningRefusal>;

/** One use case: its name, what a caller sends, and the decision. */
export interface UseCase<Name extends string = string, Schema extends z.ZodType = z.ZodType> {
  readonly name: Name;
  readonly data: Schema;
  /** Divisions in the data that the directory must know. */
  readonly places?: (data: z.output<Schema>) => readonly string[];
  /** Disputes in the data, which the actor must be allowed to see. */
  readonly disputes?: (data: z.output<Schema>) => readonly string[];
  decide(data: z.output<Schema>, screening: ScreeningState, context: Context): ScreeningDecision;
}

export const useCase = <Name extends string, Schema extends z.ZodType>(definition: UseCase<Name, Schema>) => definition;

type Decide<Data, State extends ScreeningState> = (data: Data, screening: State, context: Context) => ScreeningDecision;

export const today = ({ now }: Context): PlainDate => dateInShanghai(now);

export const known =
  <Data>(decide: Decide<Data, KnownScreening>): Decide<Data, ScreeningState> =>
  (data, screening, context) =>
    screening.phase === 'absent' ? refuse('screening-unknown') : decide(data, screening, context);

/** Rounds are still taken. */
export const open = <Data>(decide: Decide<Data, OpenScreening>): Decide<Data, ScreeningState> =>
  known((data, screening, context) =>
    screening.phase === 'closed' ? refuse('screening-closed') : decide(data, screening, context),
  );
