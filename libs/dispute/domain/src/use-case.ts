import type { ActorStamp, BodyCode, Decision, Instant, PlainDate } from '@mediation/kernel';
import { accept, dateInShanghai, refuse } from '@mediation/kernel';
import type { RulePack } from '@mediation/rules';
import type { z } from 'zod';
import type { DisputeEvent, DisputeId } from './dispute.events';
import type { DisputeRefusal } from './dispute.refusals';
import type { Dispute, KnownDispute, MediatedDispute, OpenDispute } from './dispute.state';
import type { HandoffKind } from './vocabulary';

/** The part of a rule pack that decisions read. Dates are in Asia/Shanghai. */
export interface DisputeRules extends Pick<RulePack, 'gate' | 'lists' | 'clocksOf' | 'clocks' | 'materialsFor'> {
  readonly id: string;
  /** The last day on which the receiver may accept or return an offer made that day. */
  replyDueOn(kind: HandoffKind, offeredOn: PlainDate): PlainDate;
  /** The day by which mediation accepted that day should have ended, where a rule says so. */
  mediationDueOn(tags: readonly string[], acceptedOn: PlainDate): PlainDate | undefined;
  /** At this many returned offers in a row the common superior centre decides. */
  readonly bounceLimit: number;
}

/** Everything a decision may know besides the command and the dispute. */
export interface Context {
  readonly actor: ActorStamp;
  readonly now: Instant;
  /** When it happened; not later than `now`. */
  readonly occurredAt: Instant;
  readonly rules: DisputeRules;
}

export type DisputeDecision = Decision<DisputeEvent, DisputeRefusal>;

/** One use case: its name, what a caller sends, and the decision. One file each. */
export interface UseCase<Name extends string = string, Schema extends z.ZodType = z.ZodType> {
  readonly name: Name;
  readonly data: Schema;
  /** Codes of bodies in the data that the directory must know. */
  readonly bodies?: (data: z.output<Schema>) => readonly (BodyCode | undefined)[];
  /** Fields that the interface fills in from what it keeps itself; no caller may send them. */
  readonly filled?: readonly string[];
  /** Other disputes in the data, which the actor must be allowed to see. */
  readonly disputes?: (data: z.output<Schema>) => readonly DisputeId[];
  decide(data: z.output<Schema>, dispute: Dispute, context: Context): DisputeDecision;
}

export const useCase = <Name extends string, Schema extends z.ZodType>(definition: UseCase<Name, Schema>) => definition;

type Decide<Data, State extends Dispute> = (data: Data, dispute: State, context: Context) => DisputeDecision;

export const today = (context: Context): PlainDate => dateInShanghai(context.occurredAt);

/** The dispute is known, in whatever phase. */
export const known =
  <Data>(decide: Decide<Data, KnownDispute>): Decide<Data, Dispute> =>
  (data, dispute, context) =>
    dispute.phase === 'absent' ? refuse('dispute-unknown') : decide(data, dispute, context);

/** The dispute is open; any body that may see it may act. */
export const open = <Data>(decide: Decide<Data, OpenDispute>): Decide<Data, Dispute> =>
  known((data, dispute, context) =>
    dispute.phase === 'closed' ? refuse('dispute-closed') : decide(data, dispute, context),
  );

/** The dispute is open and the actor speaks for the one responsible body. */
export const byCustodian = <Data>(decide: Decide<Data, OpenDispute>): Decide<Data, Dispute> =>
  open((data, dispute, context) =>
    dispute.file.custodian === context.actor.org ? decide(data, dispute, context) : refuse('not-the-responsible-body'),
  );

/** The actor's body is mediating it now. */
export const inMediation = <Data>(decide: Decide<Data, MediatedDispute>): Decide<Data, Dispute> =>
  byCustodian((data, dispute, context) =>
    dispute.phase === 'in-mediation' ? decide(data, dispute, context) : refuse('no-proceeding'),
  );

/** The actor's body is mediating it now and nothing has suspended it. */
export const inActiveMediation = <Data>(decide: Decide<Data, MediatedDispute>): Decide<Data, Dispute> =>
  inMediation((data, dispute, context) =>
    dispute.proceeding.suspended ? refuse('mediation-suspended') : decide(data, dispute, context),
  );

export const hasParty = (dispute: KnownDispute, party: string): boolean =>
  dispute.file.parties.some((each) => each.id === party);

/** Adds events before those of an accepted decision. */
export const after = (events: readonly DisputeEvent[], decision: DisputeDecision): DisputeDecision =>
  decision.kind === 'accepted' ? accept(...events, ...decision.events) : decision;
