import { channelOf, type Agreement, type Dispute, type DisputeFile, type Proceeding } from '@mediation/dispute/domain';
import type { PlainDate } from '@mediation/kernel';

/** What the responsible body should do next. An outsider's view of the domain's rules: it advises, and decides nothing. */
export const NEXT_TASKS = [
  'handle-emergency',
  'answer-handoff',
  'await-handoff',
  'hand-on',
  'accept-or-decline',
  'resume-mediation',
  'appoint-mediator',
  'notify-rights',
  'hold-session',
  'reach-agreement',
  'collect-signatures',
  'seal-agreement',
  'watch-performance',
  'handle-breach',
  'follow-up',
  'tell-routes',
  'close',
] as const;
export type NextTask = (typeof NEXT_TASKS)[number];

export interface Next {
  readonly task: NextTask;
  /** The last day for it, where there is one. */
  readonly due?: PlainDate | undefined;
}

const counts = (agreement: Agreement): boolean => !agreement.past && agreement.status !== 'superseded';

/** The agreement that is being signed, else the newest that is in force. */
export const currentAgreement = ({ agreements }: DisputeFile): Agreement | undefined => {
  const current = agreements.filter(counts);
  return current.find(({ status }) => status === 'signing') ?? current.at(-1);
};

export const nextObligationDue = ({ agreements }: DisputeFile): PlainDate | undefined =>
  agreements
    .filter((agreement) => counts(agreement) && agreement.status === 'effective')
    .flatMap(({ obligations }) => obligations.filter(({ performed }) => !performed).map(({ dueOn }) => dueOn))
    .sort()[0];

const signatureTask = (file: DisputeFile, agreement: Agreement): NextTask => {
  const allSigned = agreement.mediatorSigned && file.parties.every(({ id }) => agreement.signedBy.includes(id));
  return allSigned ? 'seal-agreement' : 'collect-signatures';
};

const mediationTask = (file: DisputeFile, proceeding: Proceeding): NextTask => {
  if (proceeding.suspended) return 'resume-mediation';
  const agreement = currentAgreement(file);
  if (agreement?.status === 'signing') return signatureTask(file, agreement);
  if (proceeding.mediators.length === 0) return 'appoint-mediator';
  if (!file.parties.every(({ id }) => proceeding.rightsNotified.includes(id))) return 'notify-rights';
  return proceeding.sessions === 0 ? 'hold-session' : 'reach-agreement';
};

const agreedTask = (file: DisputeFile): Next => {
  const current = file.agreements.filter(counts);
  if (current.some(({ status }) => status === 'breached')) return { task: 'handle-breach' };
  if (current.some(({ status }) => status === 'effective'))
    return { task: 'watch-performance', due: nextObligationDue(file) };
  return { task: file.followUps === 0 ? 'follow-up' : 'close' };
};

/** What comes before everything else, whatever the phase. */
const pressing = ({ emergency, handoff, custodian }: DisputeFile): Next | undefined => {
  if (emergency !== undefined && !emergency.concluded) return { task: 'handle-emergency' };
  if (handoff === undefined) return undefined;
  return { task: handoff.to === custodian ? 'answer-handoff' : 'await-handoff', due: handoff.replyBy };
};

export const nextFor = (dispute: Dispute, mediateBy: PlainDate | undefined): Next | undefined => {
  if (dispute.phase === 'absent' || dispute.phase === 'closed') return undefined;
  const { file } = dispute;
  const first = pressing(file);
  if (first) return first;
  switch (dispute.phase) {
    case 'registered':
      return { task: channelOf(file.custodian) === undefined ? 'hand-on' : 'accept-or-decline' };
    case 'in-mediation':
      return { task: mediationTask(file, dispute.proceeding), due: mediateBy };
    case 'agreed':
      return agreedTask(file);
    case 'ended':
      return { task: dispute.routesTold ? 'close' : 'tell-routes' };
  }
};
