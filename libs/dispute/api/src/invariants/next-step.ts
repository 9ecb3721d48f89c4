import {
  broughtIn,
  disputeUseCase,
  type Dispute,
  type DisputeCommand,
  type DisputeFile,
  type DisputeUseCaseName,
  type KnownDispute,
  type MediatedDispute,
} from '@mediation/dispute/domain';
import type { ActorStamp, BodyCode } from '@mediation/kernel';
import { BODIES, CENTER, DISTRICT_CENTER, GOVERNMENT, MEDIATING, OFFICE, PETITIONS } from './bodies';
import type { Draw } from './draw';
import { afterAgreement, AROUND, asBroughtIn, awaited } from './authority.next';
import { asConfirmingCourt, confirming, forCourts } from './court.next';
import { keepingFile } from './dossier.next';
import { PLAUSIBLE, USE_CASES } from './plausible-data';

type Weighted = readonly (readonly [weight: number, name: DisputeUseCaseName])[];

const ANYTHING: Weighted = USE_CASES.map((name) => [1, name]);
const OPENING: Weighted = [
  [4, 'RegisterDispute'],
  [1, 'ReferDispute'],
];
const ANSWERS: Weighted = [
  [5, 'AcceptHandoff'],
  [5, 'ReturnHandoff'],
  [2, 'AcknowledgeHandoff'],
];
const OVERSEEING: Weighted = [
  [7, 'IssueDirective'],
  [2, 'SuperviseDispute'],
  [1, 'AssessDispute'],
  [0.5, 'ClassifyDispute'],
  [1, 'RaiseEmergency'],
  [0.5, 'LinkDispute'],
];
const DISPATCHING: Weighted = [
  [9, 'DispatchResponse'],
  [1, 'ConcludeEmergency'],
  [2, 'IssueDirective'],
];
const RESPONDING: Weighted = [
  [5, 'RecordArrival'],
  [2, 'ConcludeEmergency'],
];
const WHENEVER: Weighted = [
  [2, 'RecordConsent'],
  [3, 'OfferHandoff'],
  [0.5, 'AssessDispute'],
  [0.5, 'ClassifyDispute'],
  [0.6, 'RaiseEscalationRisk'],
  [0.3, 'AvertEscalation'],
  [0.3, 'RaiseEmergency'],
  [0.7, 'TakeUpFormally'],
  [0.3, 'LinkDispute'],
  ...AROUND,
];

/** What brings a mediation on, so that schedules get deep; and what may end it. */
const mediating = (dispute: MediatedDispute): Weighted => {
  const { file, proceeding } = dispute;
  const rest: Weighted = [
    [1, 'RecuseMediator'],
    [1, 'DiscloseInterest'],
    [1, 'SuspendMediation'],
    [2, 'FailMediation'],
    [1, 'TerminateMediation'],
    [1, 'WithdrawDispute'],
    ...forCourts(dispute),
    ...WHENEVER,
  ];
  if (proceeding.suspended) return [[20, 'ResumeMediation'], ...rest];
  if (proceeding.mediators.length === 0) return [[30, 'AppointMediator'], ...rest];
  if (proceeding.rightsNotified.length < file.parties.length) return [[30, 'NotifyRights'], ...rest];
  if (proceeding.sessions === 0) return [[30, 'HoldSession'], ...rest];
  const signing = file.agreements.find(({ status }) => status === 'signing');
  if (signing !== undefined)
    return [[50, 'SignAgreement'], [signing.sealed ? 1 : 20, 'SealAgreement'], [2, 'ReachAgreement'], ...rest];
  return [[30, 'ReachAgreement'], [2, 'HoldSession'], ...rest];
};

/** A body that does not mediate hands it on. */
const COORDINATING: Weighted = [[9, 'OfferHandoff'], [1, 'AcceptDispute'], [1, 'DeclineDispute'], ...WHENEVER];

const holding = (dispute: KnownDispute): Weighted => {
  switch (dispute.phase) {
    case 'registered':
      if (!MEDIATING.includes(dispute.file.custodian)) return COORDINATING;
      return [[14, 'AcceptDispute'], [1, 'TriageDispute'], [1, 'DeclineDispute'], [1, 'WithdrawDispute'], ...WHENEVER];
    case 'in-mediation':
      return mediating(dispute);
    case 'agreed':
      return [
        ...([
          [18, 'RecordPerformance'],
          [9, 'CloseDispute'],
          [2, 'RecordBreach'],
        ] as const),
        ...([
          [2, 'ReopenDispute'],
          [1, 'FollowUpDispute'],
          [1, 'AcceptDispute'],
        ] as const),
        ...afterAgreement(dispute),
        ...confirming(dispute),
        ...WHENEVER,
      ];
    case 'ended':
      return [[12, 'CloseDispute'], [2, 'TellRoutes'], [4, 'AcceptDispute'], [1, 'FollowUpDispute'], ...WHENEVER];
    case 'closed':
      return [
        [6, 'ReopenDispute'],
        [3, 'FollowUpDispute'],
        ...afterAgreement(dispute),
        ...AROUND,
        ...ANYTHING.map(([, name]) => [0.1, name] as const),
      ];
  }
};

const responders = ({ custodian, emergency }: DisputeFile): readonly BodyCode[] =>
  emergency?.concluded === false ? [...Object.keys(emergency.units), CENTER] : [custodian];

const speaker = (dispute: Dispute, draw: Draw, eager: boolean): BodyCode => {
  if (dispute.phase === 'absent') return draw.of([...MEDIATING, ...MEDIATING, CENTER, PETITIONS]);
  const { custodian, handoff = { from: custodian, to: custodian } } = dispute.file;
  if (eager && draw.chance(85)) return draw.of([handoff.to, custodian, ...awaited(dispute.file)]);
  return draw.weighted([
    [40, custodian],
    [30, handoff.to],
    [8, handoff.from],
    [10, draw.of([...GOVERNMENT, OFFICE])],
    [12, draw.of(responders(dispute.file))],
    [25, draw.of([custodian, ...broughtIn(dispute.file)])],
    [3, draw.of(BODIES)],
  ]);
};

const overseeing = ({ file: { emergency } }: KnownDispute): Weighted =>
  emergency === undefined || emergency.concluded ? OVERSEEING : DISPATCHING;

/** What a body that has no part in it, or none yet, might try. */
const AS_A_STRANGER: Weighted = [
  [2, 'TakeUpFormally'],
  [1, 'IssueDirective'],
  ...ANYTHING.map(([, name]) => [0.1, name] as const),
];

const outsideHandoff = (dispute: KnownDispute, by: BodyCode, draw: Draw): Weighted => {
  const { custodian, emergency } = dispute.file;
  if (emergency?.units[by] !== undefined) return RESPONDING;
  if (GOVERNMENT.includes(by) && draw.chance(by === custodian ? 50 : 100)) return overseeing(dispute);
  return custodian === by
    ? [...holding(dispute), ...keepingFile(dispute, by)]
    : (asBroughtIn(dispute, by) ?? asConfirmingCourt(dispute, by) ?? AS_A_STRANGER);
};

const likely = (dispute: Dispute, by: BodyCode, draw: Draw): Weighted => {
  if (dispute.phase === 'absent') return OPENING;
  const { handoff } = dispute.file;
  if (handoff?.to === by && draw.chance(75)) return ANSWERS;
  if (handoff?.from === by && draw.chance(handoff.kind === 'directive' ? 40 : 6)) return [[1, 'WithdrawHandoff']];
  return outsideHandoff(dispute, by, draw);
};

export interface Step {
  readonly actor: ActorStamp;
  readonly command: DisputeCommand;
  /** Days that pass before it. */
  readonly days: number;
}

/**
 * A command that somebody might well send, given what is there; now and then any command by anybody. An eager one mostly comes from
 * the responsible body, which brings the dispute on.
 */
export const nextStep = (dispute: Dispute, draw: Draw, eager: boolean): Step => {
  const lapses = dispute.phase !== 'absent' && dispute.file.handoff !== undefined && draw.chance(4);
  const org = lapses ? DISTRICT_CENTER : speaker(dispute, draw, eager);
  const usual: Weighted = lapses ? [[1, 'LapseHandoff']] : likely(dispute, org, draw);
  const type = draw.weighted(!eager && draw.chance(5) ? ANYTHING : usual);
  const data = disputeUseCase(type).data.parse(PLAUSIBLE[type]({ dispute, draw }));
  return {
    actor: { sub: 'someone', org, roles: lapses ? ['system'] : [] },
    command: { type, data } as DisputeCommand,
    days: lapses ? 5 : 0,
  };
};
