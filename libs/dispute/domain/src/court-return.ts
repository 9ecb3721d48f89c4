import type { DisputeEvent, PartyId } from './dispute.events';
import type { DisputeFile, OpenDispute } from './dispute.state';
import { openReferral } from './situation';
import { today, type Context } from './use-case';
import type { CourtResult } from './vocabulary';

/** The record of undisputed facts that every party has signed: of what was said in mediation it alone goes back. */
const confirmedFacts = ({ undisputedFacts, parties }: DisputeFile): number | undefined =>
  undisputedFacts.findLast(({ signedBy }) => parties.every(({ id }) => signedBy.includes(id)))?.n;

const addressesOf = ({ parties, serviceAddresses }: DisputeFile): readonly PartyId[] =>
  parties.map(({ id }) => id).filter((id) => serviceAddresses.includes(id));

/** 退回法院: the papers that may go back, and responsibility with them. No events where no court's referral is open. */
export const returnToCourt = (
  { file }: OpenDispute,
  result: CourtResult,
  context: Context,
): readonly DisputeEvent[] => {
  const court = openReferral(file)?.court;
  if (court === undefined) return [];
  const returned = {
    type: 'DisputeReturnedToCourt',
    data: {
      court,
      result,
      undisputedFacts: confirmedFacts(file),
      serviceAddresses: addressesOf(file),
      returnedOn: today(context),
    },
  } as const;
  const moved = {
    type: 'CustodyMoved',
    data: { from: file.custodian, to: court, cause: 'returned-to-court', movedAt: context.occurredAt },
  } as const;
  return file.custodian === court ? [returned] : [returned, moved];
};
