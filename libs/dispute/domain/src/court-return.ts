import { hasTakenEffect } from './agreement';
import { supersedeOffer } from './custody';
import type { DisputeEvent, PartyId } from './dispute.events';
import type { DisputeFile, OpenDispute } from './dispute.state';
import { isCourt, openReferral } from './situation';
import { today, type Context } from './use-case';
import type { CourtResult } from './vocabulary';

/** The record of undisputed facts that every party has signed: of what was said in mediation it alone goes back. */
const confirmedFacts = ({ undisputedFacts, parties }: DisputeFile): number | undefined =>
  undisputedFacts.findLast(({ signedBy }) => parties.every(({ id }) => signedBy.includes(id)))?.n;

const addressesOf = ({ parties, serviceAddresses }: DisputeFile): readonly PartyId[] =>
  parties.map(({ id }) => id).filter((id) => serviceAddresses.includes(id));

/** The one that says how the dispute stands now. */
const agreementNow = ({ agreements }: DisputeFile): number | undefined =>
  agreements.findLast((each) => !each.past && hasTakenEffect(each))?.n;

/** 达成协议、撤回起诉: the court is told and nothing goes back; whoever mediated sees to the performance (人民调解法 art. 31). */
const ONLY_REPORTED: readonly CourtResult[] = ['settled', 'suit-withdrawn'];

/** The word to the court, without regard to whether its referral is still open. */
export const toldCourt = ({ file }: OpenDispute, result: CourtResult, context: Context): readonly DisputeEvent[] =>
  file.courtReferral === undefined
    ? []
    : [
        {
          type: 'DisputeReturnedToCourt',
          data: {
            court: file.courtReferral.court,
            result,
            undisputedFacts: confirmedFacts(file),
            serviceAddresses: addressesOf(file),
            agreement: agreementNow(file),
            returnedOn: today(context),
          },
        },
      ];

/** 退回法院: the papers that may go back, and responsibility with them. No events where no court's referral is open. */
export const returnToCourt = (dispute: OpenDispute, result: CourtResult, context: Context): readonly DisputeEvent[] => {
  const { file } = dispute;
  const court = openReferral(file)?.court;
  if (court === undefined) return [];
  const told = toldCourt(dispute, result, context);
  if (file.custodian === court || ONLY_REPORTED.includes(result)) return told;
  return [
    ...told,
    ...supersedeOffer(dispute, context),
    {
      type: 'CustodyMoved',
      data: { from: file.custodian, to: court, cause: 'returned-to-court', movedAt: context.occurredAt },
    },
  ];
};

/** The same where no proceeding need have begun: what still lies with the court, or a room of it, is not returned to it. */
export const returnUnmediated = (dispute: OpenDispute, context: Context): readonly DisputeEvent[] =>
  isCourt(dispute.file.custodian) && dispute.phase !== 'in-mediation'
    ? []
    : returnToCourt(dispute, 'terminated', context);
