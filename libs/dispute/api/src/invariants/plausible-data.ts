import { AUTHORITY_PLAUSIBLE } from './authority.plausible';
import { byCourt, COURT_PLAUSIBLE, courtReferred } from './court.plausible';
import { DOSSIER_PLAUSIBLE } from './dossier.plausible';
import { TIME_LIMIT_PLAUSIBLE } from './time-limit.plausible';
import type { Agreement, Dispute, DisputeFile, DisputeUseCaseName } from '@mediation/dispute/domain';
import { AGENCY, BODIES, BRIGADE, COURT, MEDIATING, OFFICE, POLICE, ROOM, SQUAD, TOWNSHIP, VILLAGE } from './bodies';
import type { Draw } from './draw';

export interface Sight {
  readonly dispute: Dispute;
  readonly draw: Draw;
}
type Data = (sight: Sight) => object;

const fileOf = ({ dispute }: Sight): DisputeFile | undefined => (dispute.phase === 'absent' ? undefined : dispute.file);
const partiesOf = (sight: Sight): readonly string[] => fileOf(sight)?.parties.map(({ id }) => id) ?? ['p1'];
const anyParty = (sight: Sight): string => (sight.draw.chance(3) ? 'p9' : sight.draw.of(partiesOf(sight)));
const agreementOf = (sight: Sight): Agreement | undefined => fileOf(sight)?.agreements.at(-1);
const numberOf = (sight: Sight): number =>
  sight.draw.chance(5) ? 1 + sight.draw.below(3) : (agreementOf(sight)?.n ?? 1);
const mediatorOf = ({ dispute, draw }: Sight): string =>
  draw.of(
    dispute.phase === 'in-mediation' && dispute.proceeding.mediators.length > 0 && draw.chance(85)
      ? dispute.proceeding.mediators
      : ['m1', 'm2', 'm3'],
  );

const registration: Data = ({ draw }) => ({
  source: 'application',
  disputeType: 'neighbourhood',
  facts: '争执',
  parties: ['applicant', 'respondent', 'respondent']
    .slice(0, 1 + draw.below(3))
    .map((role, i) => ({ role: i === 0 && draw.chance(2) ? 'respondent' : role, name: `当事人${i + 1}` })),
  ...(draw.chance(50) && { amountFen: draw.below(100_000) }),
  ...(draw.chance(2) && { place: '110101' }),
});

const consent: Data = (sight) => {
  const refusing = fileOf(sight)?.refusals ?? [];
  const party = refusing.length > 0 && sight.draw.chance(70) ? sight.draw.of(refusing) : anyParty(sight);
  const to = sight.draw.chance(25) ? { to: sight.draw.of(MEDIATING) } : {};
  const consents = sight.draw.chance(refusing.includes(party) ? 85 : 55);
  return { party, consents, ...to, ...(!consents && sight.draw.chance(50) && { routes: ['litigation'] }) };
};

const KINDS = [
  [6, 'escalation'],
  [6, 'transfer'],
  [2, 'court-link'],
  [2, 'police-link'],
  [1, 'petition-link'],
] as const;
/** Where an offer of a kind may well go; anywhere, now and then. */
const ENDS: Readonly<Record<(typeof KINDS)[number][1], readonly string[]>> = {
  escalation: [TOWNSHIP, OFFICE, COURT, '370402102-center', '370402-center', '370402-medical'],
  transfer: [OFFICE, POLICE, AGENCY, VILLAGE, '370402102002-committee', '370402103001-committee'],
  'court-link': [ROOM, COURT, TOWNSHIP],
  'police-link': [POLICE, VILLAGE],
  'petition-link': ['370402-petition', TOWNSHIP],
};

const offer: Data = (sight) => {
  const kind = sight.draw.weighted(KINDS);
  const to = sight.draw.of(sight.draw.chance(8) ? BODIES : ENDS[kind]);
  const consents = sight.draw.chance(kind === 'escalation' ? 65 : 10) ? { consents: partiesOf(sight) } : {};
  const court = kind === 'court-link' && byCourt(sight) ? courtReferred(sight) : {};
  return { kind, to, reason: 'mediation-failed', ...consents, ...court };
};

const obligations = (sight: Sight): readonly object[] =>
  Array.from({ length: sight.draw.below(3) }, () => ({
    debtor: anyParty(sight),
    ...(sight.draw.chance(70) && { amountFen: 1 + sight.draw.below(1_000) }),
    dueOn: '2025-06-30',
  }));

const signature: Data = (sight) => {
  const agreement = agreementOf(sight);
  const missing = partiesOf(sight).filter((party) => !agreement?.signedBy.includes(party));
  const byMediator = missing.length === 0 || (!agreement?.mediatorSigned && sight.draw.chance(40));
  const signer = byMediator
    ? { mediator: sight.draw.chance(95) ? (agreement?.mediators[0] ?? 'm1') : mediatorOf(sight) }
    : { party: sight.draw.chance(95) ? sight.draw.of(missing) : anyParty(sight) };
  return { agreement: numberOf(sight), ...signer };
};

const performance: Data = (sight) => {
  const owed = agreementOf(sight)?.obligations.filter((each) => !each.performed) ?? [];
  const one = owed.length > 0 ? sight.draw.of(owed) : undefined;
  const left = one?.amountFen === undefined ? undefined : one.amountFen - one.paidFen;
  const amount =
    left === undefined
      ? undefined
      : sight.draw.weighted([
          [6, left],
          [3, Math.ceil(left / 2)],
          [1, left + 1],
        ]);
  return { agreement: numberOf(sight), obligation: one?.id ?? 1, ...(amount !== undefined && { amountFen: amount }) };
};

const pending: Data = (sight) => ({
  handoff: sight.draw.chance(4) ? `h${1 + sight.draw.below(3)}` : (fileOf(sight)?.handoff?.id ?? 'h1'),
});
const routes = { routes: ['litigation'] };
const risk: Data = ({ draw }) => {
  const kind = draw.of(['civil-to-criminal', 'petition', 'mass-petition']);
  return { risk: kind, ...(kind === 'civil-to-criminal' && draw.chance(80) && { reportedTo: POLICE }) };
};
/** Often by who had referred it, which makes all the difference. */
const takeUp: Data = (sight) => {
  const referrer = fileOf(sight)?.referredBy;
  if (referrer !== undefined && sight.draw.chance(30)) return { body: referrer };
  return { body: sight.draw.of(sight.draw.chance(85) ? [COURT, POLICE, OFFICE, ROOM, AGENCY] : BODIES) };
};
const nothing: Data = () => ({});

/** Data that each use case might be sent, sensible more often than not. */
export const PLAUSIBLE: Readonly<Record<DisputeUseCaseName, Data>> = {
  RegisterDispute: registration,
  ReferDispute: (sight) => {
    const kind = sight.draw.of(['court-link', 'police-link', 'petition-link', 'transfer'] as const);
    const court = kind === 'court-link' ? courtReferred(sight) : {};
    return { ...registration(sight), kind, to: sight.draw.of([VILLAGE, TOWNSHIP, OFFICE, ROOM]), ...court };
  },
  AssessDispute: ({ draw }) => draw.of([{ riskGrade: 'red' }, { difficulty: 'major' }, { headcount: 40 }]),
  ClassifyDispute: ({ draw }) => ({ category: draw.of(['personal-injury', 'noise-and-animals', 'medical-harm']) }),
  RecordConsent: consent,
  TriageDispute: ({ draw }) => ({ channel: draw.of(['peoples', 'administrative', 'judicial']) }),
  AcceptDispute: nothing,
  DeclineDispute: () => ({ reason: 'mediation-forbidden', ...routes }),
  AppointMediator: ({ draw }) => ({ mediator: draw.of(['m1', 'm2', 'm3']) }),
  RecuseMediator: (sight) => ({ mediator: mediatorOf(sight), ground: 'interest' }),
  DiscloseInterest: (sight) => ({ mediator: mediatorOf(sight), statement: '同村' }),
  NotifyRights: (sight) => (sight.draw.chance(80) ? {} : { parties: [anyParty(sight)] }),
  HoldSession: (sight) => ({
    ...(sight.draw.chance(20) && { attended: [anyParty(sight)] }),
    ...(sight.draw.chance(10) && { officers: 1, recording: 'R-1', room: '调解室' }),
  }),
  SuspendMediation: () => ({ reason: 'appraisal' }),
  ResumeMediation: nothing,
  FailMediation: () => routes,
  TerminateMediation: () => ({ reason: 'uncontactable', ...routes }),
  TellRoutes: () => routes,
  WithdrawDispute: (sight) => ({ party: sight.draw.chance(80) ? 'p1' : anyParty(sight) }),
  ReachAgreement: (sight) => ({
    form: sight.draw.of(['written', 'written', 'oral']),
    extent: sight.draw.chance(30) ? 'partial' : 'full',
    terms: '和好',
    obligations: obligations(sight),
  }),
  SignAgreement: signature,
  SealAgreement: (sight) => ({ agreement: numberOf(sight) }),
  RecordPerformance: performance,
  RecordBreach: (sight) => ({ agreement: numberOf(sight) }),
  FollowUpDispute: () => ({ satisfaction: 'fair' }),
  CloseDispute: nothing,
  ReopenDispute: (sight) =>
    sight.draw.chance(50) ? { reason: 'new-application' } : { reason: 'breach', agreement: numberOf(sight) },
  RaiseEscalationRisk: risk,
  AvertEscalation: (sight) => ({ risk: fileOf(sight)?.risks[0] ?? 'petition' }),
  RaiseEmergency: () => ({ people: 30 }),
  DispatchResponse: ({ draw }) => ({
    unit: draw.weighted([
      [6, SQUAD],
      [3, BRIGADE],
      [1, POLICE],
    ]),
  }),
  RecordArrival: nothing,
  ConcludeEmergency: () => ({ people: 30 }),
  SuperviseDispute: () => ({ reason: 'overdue' }),
  LinkDispute: ({ draw }) => ({
    to: '0195c3a0-0000-7000-8000-000000000001',
    relation: draw.of(['duplicate', 'related', 'distinct']),
  }),
  OfferHandoff: offer,
  AcknowledgeHandoff: pending,
  AcceptHandoff: pending,
  ReturnHandoff: (sight) => ({ ...pending(sight), reason: 'not-competent' }),
  WithdrawHandoff: pending,
  LapseHandoff: pending,
  IssueDirective: ({ draw }) => ({ to: draw.of(draw.chance(80) ? MEDIATING : BODIES), reason: 'beyond-capacity' }),
  TakeUpFormally: takeUp,
  ...TIME_LIMIT_PLAUSIBLE,
  ...COURT_PLAUSIBLE,
  ...AUTHORITY_PLAUSIBLE,
  ...DOSSIER_PLAUSIBLE,
};

export const USE_CASES = Object.keys(PLAUSIBLE) as readonly DisputeUseCaseName[];
