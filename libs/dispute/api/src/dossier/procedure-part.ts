import { dateInShanghai } from '@mediation/kernel';
import { rulePackById, type Clock } from '@mediation/rules';
import { failureOf } from './mediation-part';
import { bodyName, dayOf, every, latest, nameOf, type Story } from './story';
import { HANDOFF_REASON_ZH, RETURN_REASON_ZH, TYPE_ZH, UNIT_ZH } from './wording';

/** The limit that sends the dispute back to the court. */
const courtClock = ({ clocks }: Story) => clocks.findLast(({ expiry }) => expiry === 'RETURNS_TO_COURT');

/** 7日, as the pack has it that the clock runs by. */
const lengthOf = ({ pack, rule }: Clock): string | undefined => {
  const found = rulePackById(pack).clocks[rule];
  return found && `${found.length}${UNIT_ZH[found.unit]}`;
};

const returnedPapers = (undisputedFacts: number | undefined, addresses: readonly string[]): readonly string[] => [
  ...(undisputedFacts === undefined ? [] : ['无争议事实记载表']),
  ...(addresses.length > 0 ? [`送达地址确认书（${addresses.length}份）`] : []),
];

const reportOf = (story: Story) => {
  const returned = latest(story, 'DisputeReturnedToCourt')?.data;
  return returned === undefined
    ? {}
    : {
        result: returned.result,
        resultNote: failureOf(story)?.reason,
        returnedPapers: [
          ...(returned.agreement === undefined ? [] : ['人民调解协议书']),
          ...returnedPapers(returned.undisputedFacts, returned.serviceAddresses),
        ],
        returnedOn: returned.returnedOn,
      };
};

export const courtOf = (story: Story) => {
  const referral = latest(story, 'CourtReferralMade')?.data;
  if (referral === undefined) return undefined;
  const clock = courtClock(story);
  return {
    name: bodyName(story, referral.court),
    mode: referral.mode,
    procedure: referral.procedure,
    caseNumber: referral.caseNumber,
    cause: TYPE_ZH[story.dispute.file.disputeType],
    limit: clock && lengthOf(clock),
    dueOn: clock?.dueOn,
    signedForOn: latest(story, 'PapersSignedFor')?.data.signedOn,
    referredOn: referral.referredOn,
    ...reportOf(story),
  };
};

/** The last record, with whoever has signed it so far. */
export const undisputedFactsOf = (story: Story) => {
  const record = latest(story, 'UndisputedFactsRecorded')?.data;
  return (
    record && {
      on: record.recordedOn,
      facts: record.personal['file']?.text,
      confirmedBy: every(story, 'UndisputedFactsConfirmed')
        .filter(({ data }) => data.record === record.record)
        .map(({ data }) => ({ party: data.party, name: nameOf(story, data.party), on: data.signedOn })),
    }
  );
};

/** Of each party the last that it confirmed. */
export const serviceAddressesOf = (story: Story) =>
  story.dispute.file.parties.flatMap(({ id, role }) => {
    const confirmed = every(story, 'ServiceAddressConfirmed').findLast(({ data }) => data.party === id)?.data;
    if (confirmed === undefined) return [];
    const { address, phone } = confirmed.personal[id] ?? {};
    return [{ party: nameOf(story, id), role, address, phone, confirmedOn: confirmed.confirmedOn }];
  });

export const confirmationOf = (story: Story) => {
  const court = latest(story, 'ConfirmationFiled') ?? latest(story, 'ConfirmationOffered');
  return (
    court && {
      court: bodyName(story, court.data.court),
      filedOn: court.type === 'ConfirmationFiled' ? court.data.filedOn : undefined,
    }
  );
};

/** The police case whose certificate of performance was issued. */
export const policeOf = (story: Story) => {
  const certified = latest(story, 'PerformanceCertified')?.data;
  if (certified === undefined) return undefined;
  const accepted = latest(story, 'PoliceCaseAccepted')?.data;
  const performed = every(story, 'ObligationPerformed').filter(({ data }) => data.agreement === certified.agreement);
  return {
    station: accepted && bodyName(story, accepted.body),
    caseNumber: accepted?.caseNumber,
    performedOn: performed
      .map(({ data }) => data.performedOn)
      .toSorted()
      .at(-1),
    certifiedOn: certified.certifiedOn,
  };
};

export const limitationOf = (story: Story) => {
  const proof = latest(story, 'LimitationProofIssued')?.data;
  if (proof === undefined) return undefined;
  const { parties, mediations } = story.dispute.file;
  return {
    claimant: nameOf(story, proof.party),
    against: parties
      .filter(({ id }) => id !== proof.party)
      .map(({ id }) => nameOf(story, id))
      .join('、'),
    requestedOn: proof.requestedOn,
    claim: proof.personal[proof.party]?.text,
    accepted: mediations.length > 0 ? ('accepted' as const) : ('not-accepted' as const),
    issuedOn: proof.issuedOn,
  };
};

const reasonWith = (reason: string, note: string | undefined): string =>
  note === undefined ? reason : `${reason}${note}`;

/** The last offer that the reader’s body made. */
export const transferOf = (story: Story, reader: string) => {
  const offer = every(story, 'HandoffOffered').findLast(({ data }) => data.from === reader)?.data;
  return (
    offer && {
      from: bodyName(story, offer.from),
      to: bodyName(story, offer.to),
      on: dateInShanghai(offer.offeredAt),
      reason: reasonWith(HANDOFF_REASON_ZH[offer.reason], offer.personal['file']?.text),
      replyBy: offer.replyBy,
    }
  );
};

/** The last offer that was given back, by the reader’s body or to it. */
export const returnedOf = (story: Story, reader: string) => {
  const offers = every(story, 'HandoffOffered');
  const letters = every(story, 'HandoffReturned').map((event) => ({
    event,
    offer: offers.find(({ data }) => data.handoff === event.data.handoff)?.data,
  }));
  const letter = letters.findLast(({ offer }) => offer?.to === reader || offer?.from === reader);
  if (letter?.offer === undefined) return undefined;
  const { event, offer } = letter;
  return {
    from: bodyName(story, offer.to),
    to: bodyName(story, offer.from),
    on: dayOf(event),
    reason: reasonWith(RETURN_REASON_ZH[event.data.reason], event.data.personal['file']?.text),
  };
};
