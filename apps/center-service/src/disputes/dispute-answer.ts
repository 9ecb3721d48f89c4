import type { Instant } from '@mediation/kernel';
import type { Principal } from '@mediation/nest';
import { bodyAnswer, describedBody, type NameOfBody } from '../body-names';
import type { DisputeEntity } from '../entities/dispute.entity';
import { knowsParties } from '../scope';
import { openClockAnswers } from './clock-answer';
import { maskedName } from './masked-name';

const parties = ({ state, partyNames }: DisputeEntity, inFull: boolean) =>
  state.file.parties.map(({ id, kind, role }) => {
    const name = partyNames[id];
    return { id, kind, role, ...(name !== undefined && { name: inFull ? name : maskedName(name, kind) }) };
  });

const pendingHandoff = (row: DisputeEntity, nameOf: NameOfBody) =>
  row.pendingHandoff === null || row.pendingFrom === null || row.pendingTo === null
    ? null
    : {
        id: row.pendingHandoff,
        kind: row.pendingKind,
        from: bodyAnswer(nameOf, row.pendingFrom),
        to: bodyAnswer(nameOf, row.pendingTo),
        replyBy: row.pendingReplyBy,
      };

export interface Asking {
  readonly caller: Principal;
  readonly nameOf: NameOfBody;
  readonly now: Instant;
}

/** A dispute as the centre tells of it. */
export const disputeAnswer = (row: DisputeEntity, { caller, nameOf, now }: Asking) => ({
  id: row.key,
  revision: row.revision,
  source: row.source,
  type: row.disputeType,
  place: row.place,
  custodian: describedBody(nameOf, row.custodian),
  phase: row.phase,
  channel: row.channel,
  parties: parties(row, knowsParties(caller, row)),
  headcount: row.headcount,
  amountFen: row.amountFen,
  riskGrade: row.riskGrade,
  difficulty: row.difficulty,
  registeredOn: row.registeredOn,
  acceptedOn: row.acceptedOn,
  mediateBy: row.mediateBy,
  effectiveOn: row.effectiveOn,
  closedOn: row.closedOn,
  outcome: row.outcome,
  handoff: pendingHandoff(row, nameOf),
  agreement: row.agreementState,
  nextObligationDue: row.nextObligationDue,
  supervised: row.supervised,
  emergency: row.emergencyState,
  next: row.nextTask === null ? null : { task: row.nextTask, due: row.nextDue },
  clocks: openClockAnswers(row, now),
  heldBy: row.heldBy,
});
