import { dateInShanghai, type EventMetadata, type Instant, type PlainDate } from '@mediation/kernel';
import type { Occurrence } from '@mediation/rules';
import { channelOf } from './custody';
import type { DataOf, DisputeEvent, DisputeEventType } from './dispute.events';
import type { Dispute, KnownDispute, MediatedDispute } from './dispute.state';
import { courtTags, proceedingTags, subjectTags } from './situation';

/** What a recorded event says of its recording, as far as clocks care. */
export interface Told {
  readonly metadata: Pick<EventMetadata, 'occurredAt' | 'rules'>;
}

type Draft = Omit<Occurrence, 'at' | 'rules'> & {
  /** The day that the event itself names; otherwise it happened when it is said to have occurred. */
  readonly on?: PlainDate;
};
type Teller<Type extends DisputeEventType> = (data: DataOf<Type>, dispute: KnownDispute) => readonly Draft[];

const ofDispute = 'dispute';
const ofProceeding = (n: number): string => `proceeding-${n}`;
const ofAgreement = (n: number): string => `agreement-${n}`;
const ofHandoff = (id: string): string => `handoff-${id}`;
const ofAid = (n: number): string => `aid-${n}`;

const tagsNow = (dispute: KnownDispute): readonly string[] =>
  dispute.phase === 'in-mediation' ? dispute.proceeding.tags : subjectTags(dispute.file);

const settled = ({ handoff }: { readonly handoff: string }): readonly Draft[] => [
  { what: 'handoff-settled', subject: ofHandoff(handoff) },
];

/** The limits of an application are those of the body it came to (深圳条例 art. 46), before there is any proceeding. */
const applicationTags = ({ file }: KnownDispute): readonly string[] => {
  const channel = channelOf(file.custodian);
  return channel === undefined ? subjectTags(file) : proceedingTags(file, channel, file.custodian);
};

/** A party that comes to a body that mediates has applied to it; whatever else brought the dispute has not. */
const registered: Teller<'DisputeRegistered'> = ({ source, custodian }, dispute) => {
  const applied = (source === 'application' || source === 'online') && channelOf(custodian) !== undefined;
  return [
    { what: 'first-requested', subject: ofDispute },
    ...(applied ? [{ what: 'application-received', subject: ofDispute, tags: applicationTags(dispute) } as const] : []),
  ];
};

const tookEffect: Teller<'AgreementTookEffect'> = ({ agreement, effectiveOn }, dispute) => {
  const made = dispute.file.agreements.find(({ n }) => n === agreement);
  const byCommittee = made !== undefined && channelOf(made.body) === 'peoples';
  return [
    {
      what: 'agreement-effective',
      subject: ofAgreement(agreement),
      on: effectiveOn,
      tags: [
        ...subjectTags(dispute.file),
        ...(made ? [`form:${made.form}`] : []),
        ...(byCommittee ? ['fact:mediated-by-committee'] : []),
      ],
    },
  ];
};

/** What each event tells the clocks. An event that is not here tells them nothing, beyond the end of a proceeding. */
const tellers: { readonly [Type in DisputeEventType]?: Teller<Type> } = {
  DisputeRegistered: registered,
  DisputeAccepted: ({ proceeding, acceptedOn }, dispute) => [
    { what: 'accepted', subject: ofProceeding(proceeding), on: acceptedOn, tags: tagsNow(dispute) },
  ],
  MediatorAppointed: ({ proceeding }) => [{ what: 'mediator-appointed', subject: ofProceeding(proceeding) }],
  PapersSignedFor: ({ proceeding, signedOn }, dispute) => [
    { what: 'papers-signed-for', subject: ofProceeding(proceeding), on: signedOn, tags: tagsNow(dispute) },
  ],
  // An appraisal stops every clock whose rule says so, not only that of the proceeding it was ordered in.
  MediationSuspended: ({ reason }) => [{ what: 'paused', subject: ofDispute, reason }],
  MediationResumed: () => [{ what: 'resumed', subject: ofDispute }],
  AgreementTookEffect: tookEffect,
  AgreementPerformed: ({ agreement }) => [{ what: 'agreement-performed', subject: ofAgreement(agreement) }],
  HandoffOffered: ({ handoff, kind, replyBy }) => [
    { what: 'handoff-offered', subject: ofHandoff(handoff), tags: [`link:${kind}`], until: replyBy },
  ],
  HandoffAccepted: settled,
  HandoffReturned: settled,
  HandoffWithdrawn: settled,
  HandoffLapsed: settled,
  CourtReferralMade: ({ referredOn }, dispute) => [
    { what: 'entrusted-by-court', subject: ofDispute, on: referredOn, tags: courtTags(dispute.file) },
  ],
  DisputeReturnedToCourt: ({ returnedOn }) => [{ what: 'returned-to-court', subject: ofDispute, on: returnedOn }],
  ConfirmationFiled: ({ agreement, filedOn }) => [
    { what: 'confirmation-filed', subject: ofAgreement(agreement), on: filedOn },
  ],
  ConfirmationAccepted: ({ agreement, acceptedOn }) => [
    { what: 'confirmation-accepted', subject: ofAgreement(agreement), on: acceptedOn },
  ],
  ConfirmationDecided: ({ agreement, decidedOn }) => [
    { what: 'confirmation-decided', subject: ofAgreement(agreement), on: decidedOn },
  ],
  PoliceCaseAccepted: ({ acceptedOn }, dispute) => [
    { what: 'police-case-accepted', subject: ofDispute, on: acceptedOn, tags: subjectTags(dispute.file) },
  ],
  PoliceCaseDecided: ({ decidedOn }) => [{ what: 'police-case-decided', subject: ofDispute, on: decidedOn }],
  MilestoneReached: ({ milestone, reachedOn }, dispute) => [
    {
      what: milestone,
      subject: ofDispute,
      on: reachedOn,
      tags:
        milestone === 'application-received' && dispute.phase !== 'in-mediation'
          ? applicationTags(dispute)
          : tagsNow(dispute),
    },
  ],
  LegalAidApplied: ({ aid, appliedOn }) => [{ what: 'aid-applied', subject: ofAid(aid), on: appliedOn }],
  LegalAidDecided: ({ aid, decision, decidedOn }) => [
    {
      what: 'aid-decided',
      subject: ofAid(aid),
      on: decidedOn,
      tags: decision === 'refused' ? [] : ['fact:aid-granted'],
    },
  ],
  LegalAidAssigned: ({ aid, assignedOn }) => [{ what: 'aid-assigned', subject: ofAid(aid), on: assignedOn }],
  TimeLimitExtended: ({ clock, extendedOn }) => [{ what: 'extended', subject: ofDispute, clock, on: extendedOn }],
  TimeLimitExpired: ({ clock, dueOn }) => [{ what: 'expired', subject: ofDispute, clock, dueOn }],
};

/** A proceeding that was ordered to wait and has ended waits no more. */
const ended = ({ proceeding }: MediatedDispute, settledByAgreement: boolean): readonly Draft[] => [
  ...(proceeding.suspended ? [{ what: 'resumed', subject: ofDispute } as const] : []),
  {
    what: 'mediation-ended',
    subject: ofProceeding(proceeding.n),
    tags: settledByAgreement ? [...proceeding.tags, 'fact:agreement-effective'] : proceeding.tags,
  },
];

const ENDS_WHAT_NEVER_BEGAN: readonly DisputeEventType[] = ['DisputeNotAccepted', 'DisputeWithdrawn'];

const endings = ({ type }: DisputeEvent, before: Dispute, after: KnownDispute): readonly Draft[] => {
  if (before.phase === 'in-mediation')
    return after.phase === 'in-mediation' ? [] : ended(before, after.phase === 'agreed' && !after.inPart);
  return ENDS_WHAT_NEVER_BEGAN.includes(type) ? [{ what: 'mediation-ended', subject: ofDispute }] : [];
};

/** An event that is entered later names its day; the hour is then unknown, and noon stands for it. */
const atOf = (on: PlainDate | undefined, occurredAt: Instant): Instant =>
  on === undefined || on === dateInShanghai(occurredAt) ? occurredAt : `${on}T12:00:00+08:00`;

/** What a recorded event tells the clocks of the law. */
export const occurrencesOf = (
  event: DisputeEvent & Told,
  before: Dispute,
  after: KnownDispute,
): readonly Occurrence[] => {
  const { occurredAt, rules } = event.metadata;
  const tell = tellers[event.type] as Teller<DisputeEventType> | undefined;
  return [...(tell?.(event.data, after) ?? []), ...endings(event, before, after)].map(
    ({ on, ...occurrence }): Occurrence => ({ ...occurrence, at: atOf(on, occurredAt), rules }),
  );
};
