import { refuse } from '@mediation/kernel';
import type { z } from 'zod';
import { acceptDispute } from './use-cases/accept-dispute';
import {
  acceptHandoff,
  acknowledgeHandoff,
  lapseHandoff,
  returnHandoff,
  withdrawHandoff,
} from './use-cases/answer-handoff';
import { appointMediator } from './use-cases/appoint-mediator';
import { assessDispute } from './use-cases/assess-dispute';
import { classifyDispute } from './use-cases/classify-dispute';
import { closeDispute } from './use-cases/close-dispute';
import { declineDispute } from './use-cases/decline-dispute';
import { discloseInterest } from './use-cases/disclose-interest';
import { failMediation, tellRoutes, terminateMediation } from './use-cases/fail-mediation';
import { followUpDispute } from './use-cases/follow-up-dispute';
import { holdSession } from './use-cases/hold-session';
import { issueDirective } from './use-cases/issue-directive';
import { linkDispute } from './use-cases/link-dispute';
import { notifyRights } from './use-cases/notify-rights';
import { offerHandoff } from './use-cases/offer-handoff';
import { avertRisk, raiseRisk } from './use-cases/raise-risk';
import { reachAgreement } from './use-cases/reach-agreement';
import { recordConsent } from './use-cases/record-consent';
import { recordBreach, recordPerformance } from './use-cases/record-performance';
import { recuseMediator } from './use-cases/recuse-mediator';
import { referDispute } from './use-cases/refer-dispute';
import { registerDispute } from './use-cases/register-dispute';
import { reopenDispute } from './use-cases/reopen-dispute';
import { concludeEmergency, dispatchResponse, raiseEmergency, recordArrival } from './use-cases/respond-to-emergency';
import { sealAgreement } from './use-cases/seal-agreement';
import { signAgreement } from './use-cases/sign-agreement';
import { superviseDispute } from './use-cases/supervise-dispute';
import { resumeMediation, suspendMediation } from './use-cases/suspend-mediation';
import { takeUpFormally } from './use-cases/take-up-formally';
import { triageDispute } from './use-cases/triage-dispute';
import { withdrawDispute } from './use-cases/withdraw-dispute';
import { AUTHORITY_USE_CASES } from './authority.use-cases';
import { COURT_USE_CASES } from './court.use-cases';
import { DOSSIER_USE_CASES } from './dossier.use-cases';
import { TIME_LIMIT_USE_CASES } from './time-limit.use-cases';
import type { Dispute } from './dispute.state';
import type { Context, DisputeDecision, UseCase } from './use-case';
import { maySee } from './visibility';

/** Every use case there is. A tier offers those that its table names. */
export const DISPUTE_USE_CASES = {
  registerDispute,
  referDispute,
  assessDispute,
  classifyDispute,
  recordConsent,
  triageDispute,
  acceptDispute,
  declineDispute,
  appointMediator,
  recuseMediator,
  discloseInterest,
  notifyRights,
  holdSession,
  suspendMediation,
  resumeMediation,
  failMediation,
  terminateMediation,
  tellRoutes,
  withdrawDispute,
  reachAgreement,
  signAgreement,
  sealAgreement,
  recordPerformance,
  recordBreach,
  followUpDispute,
  closeDispute,
  reopenDispute,
  raiseRisk,
  avertRisk,
  raiseEmergency,
  dispatchResponse,
  recordArrival,
  concludeEmergency,
  superviseDispute,
  linkDispute,
  offerHandoff,
  acknowledgeHandoff,
  acceptHandoff,
  returnHandoff,
  withdrawHandoff,
  lapseHandoff,
  issueDirective,
  takeUpFormally,
  ...TIME_LIMIT_USE_CASES,
  ...COURT_USE_CASES,
  ...AUTHORITY_USE_CASES,
  ...DOSSIER_USE_CASES,
};

type UseCases = (typeof DISPUTE_USE_CASES)[keyof typeof DISPUTE_USE_CASES];
export type DisputeUseCaseName = UseCases['name'];
/** A command: a use case's name with data its schema let through. */
export type DisputeCommand = {
  [U in UseCases as U['name']]: { readonly type: U['name']; readonly data: z.output<U['data']> };
}[DisputeUseCaseName];

const byName: ReadonlyMap<string, UseCase> = new Map(
  Object.values(DISPUTE_USE_CASES).map((each) => [each.name, each as UseCase]),
);

export const disputeUseCase = (name: DisputeUseCaseName): UseCase => {
  const found = byName.get(name);
  if (found === undefined) throw new Error(`no use case ${name}`);
  return found;
};

/** Clocks of two machines may differ by so much. */
const CLOCK_SKEW_MS = 120_000;

const timeRefusal = (dispute: Dispute, { now, occurredAt }: Context) => {
  const occurred = Date.parse(occurredAt);
  if (occurred > Date.parse(now) + CLOCK_SKEW_MS) return 'occurred-in-the-future' as const;
  return dispute.phase !== 'absent' && occurred < Date.parse(dispute.file.registeredAt)
    ? ('occurred-before-registration' as const)
    : undefined;
};

/** What the dispute answers to a command. Pure: time, actor and rules are in the context. */
export const decide = (command: DisputeCommand, dispute: Dispute, context: Context): DisputeDecision => {
  // To a body that may not see it, the dispute does not exist: not even a refusal tells of it.
  if (dispute.phase !== 'absent' && !maySee(context.actor, dispute)) return refuse('dispute-unknown');
  const refusal = timeRefusal(dispute, context);
  return refusal ? refuse(refusal) : disputeUseCase(command.type).decide(command.data, dispute, context);
};
