import { knowsMinors, minorLabels } from '@mediation/dispute/domain';
import type { Instant } from '@mediation/kernel';
import type { Principal } from '@mediation/nest';
import { bodyAnswer, describedBody, type NameOfBody } from '../body-names';
import type { DisputeEntity } from '../entities/dispute.entity';
import { knowsParties } from '../scope';
import { openClockAnswers } from './clock-answer';
import type { DisputeAnswer } from './disputes.answer';
import { maskedName } from './masked-name';

/** A minor goes by a label wherever who it is need not be known (未成年人保护法 art. 103). */
const parties = ({ state, partyNames, ...row }: DisputeEntity, caller: Principal) => {
  const inFull = knowsParties(caller, row);
  const labels = knowsMinors(caller.org, state.file) ? new Map<string, string>() : minorLabels(state.file.parties);
  return state.file.parties.map(({ id, kind, role }) => {
    const name = partyNames[id];
    const shown = name && (labels.get(id) ?? (inFull ? name : maskedName(name, kind)));
    return { id, kind, role, ...(shown !== undefined && { name: shown }) };
  });
};

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
export const disputeAnswer = (row: DisputeEntity, { caller, nameOf, now }: Asking): DisputeAnswer => ({
  id: row.key,
  revision: row.revision,
  source: row.source,
  type: row.disputeType,
  category: row.category,
  place: row.place,
  custodian: describedBody(nameOf, row.custodian),
  phase: row.phase,
  channel: row.channel,
  parties: parties(row, caller),
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
