import { CATEGORY_CODES, courtOf, ESCALATION_RISKS, type DisputeUseCaseName } from '@mediation/dispute/domain';
import {
  agreementsOf,
  each,
  fileOf,
  once,
  orNone,
  partiesOf,
  withinAgreements,
  type ProbeOf,
  type Sight,
} from './sight';

const routes = { routes: ['litigation'] };

const ofTheProceeding: (sight: Sight) => readonly string[] = ({ dispute }) =>
  orNone(dispute.phase === 'in-mediation' ? dispute.proceeding.mediators : [], 'none');

/** The body's own; and for what a court referred, whoever is on its roster. */
const eligible = (sight: Sight): readonly string[] => {
  const { courtReferral } = fileOf(sight);
  const own = sight.who.mediatorsOf(sight.org).map(({ id }) => id);
  const listed = courtReferral === undefined ? [] : sight.who.onRosterOf(courtOf(courtReferral.court));
  return orNone([...new Set([...own, ...listed])], 'none');
};

const policeIn = ({ reach, who }: Sight): readonly string[] => {
  const police = new Set(
    who
      .bodies()
      .filter(({ kind }) => kind === 'police')
      .map(({ code }) => code),
  );
  return reach.filter((code) => police.has(code));
};

/** Of mediation itself, from consent to closing. */
export const MEDIATION_CANDIDATES = {
  AssessDispute: () => once({ headcount: 2 }),
  ClassifyDispute: () => each(CATEGORY_CODES.map((category) => ({ category }))),
  RecordConsent: (sight) =>
    each(
      partiesOf(sight).map((party) => ({ party })),
      { consents: true },
      { to: sight.reach },
    ),
  TriageDispute: () => once({ channel: 'peoples' }),
  AcceptDispute: () => once(),
  DeclineDispute: () => once({ reason: 'mediation-forbidden', ...routes }),
  AppointMediator: (sight) => ({
    candidates: eligible(sight).map((mediator) => ({
      chosen: { mediator },
      filled: { offRosterOf: sight.who.offRosterOf(mediator) },
    })),
  }),
  RecuseMediator: (sight) =>
    each(
      ofTheProceeding(sight).map((mediator) => ({ mediator })),
      { ground: 'interest' },
    ),
  DiscloseInterest: (sight) =>
    each(
      ofTheProceeding(sight).map((mediator) => ({ mediator })),
      { statement: '…' },
    ),
  NotifyRights: (sight) => once({}, { parties: partiesOf(sight) }),
  HoldSession: (sight) => each([{}, ...partiesOf(sight).map((party) => ({ attended: [party] }))]),
  SuspendMediation: () => once({ reason: 'appraisal' }),
  ResumeMediation: () => once(),
  FailMediation: () => once(routes),
  TerminateMediation: () => once({ reason: 'uncontactable', ...routes }),
  TellRoutes: () => once(routes),
  WithdrawDispute: (sight) => each(partiesOf(sight).map((party) => ({ party }))),
  ReachAgreement: (sight) =>
    each([{ form: 'written' }, { form: 'oral' }], { terms: '…' }, { 'obligations/debtor': partiesOf(sight) }),
  SignAgreement: (sight) =>
    each(
      withinAgreements(
        sight,
        ({ mediators }) => [
          ...partiesOf(sight).map((party) => ({ party })),
          ...mediators.map((mediator) => ({ mediator })),
        ],
        { party: 'p1' },
      ),
    ),
  SealAgreement: (sight) => each(agreementsOf(sight).map((agreement) => ({ agreement }))),
  RecordPerformance: (sight) =>
    each(
      withinAgreements(
        sight,
        ({ obligations }) =>
          orNone(
            obligations.map(({ id }) => id),
            1,
          ).map((obligation) => ({ obligation })),
        { obligation: 1 },
      ),
    ),
  RecordBreach: (sight) =>
    each(withinAgreements(sight, ({ obligations }) => [{}, ...obligations.map(({ id }) => ({ obligation: id }))])),
  FollowUpDispute: () => once({ satisfaction: 'fair' }),
  CloseDispute: () => once(),
  ReopenDispute: (sight) =>
    each([
      { reason: 'new-application' },
      ...fileOf(sight).agreements.map(({ n }) => ({ reason: 'breach', agreement: n })),
    ]),
  RaiseEscalationRisk: (sight) =>
    each(
      ESCALATION_RISKS.map((risk) => ({ risk })),
      {},
      { reportedTo: policeIn(sight) },
    ),
  AvertEscalation: (sight) => each(orNone(fileOf(sight).risks, 'petition').map((risk) => ({ risk }))),
  RaiseEmergency: () => once({ people: 2 }),
  DispatchResponse: ({ reach, org }) => each(orNone(reach, org).map((unit) => ({ unit }))),
  RecordArrival: () => once(),
  ConcludeEmergency: () => once({ people: 2 }),
  SuperviseDispute: () => once({ reason: 'overdue' }),
  LinkDispute: () => once({ to: '00000000-0000-4000-8000-000000000000', relation: 'related' }),
} satisfies { readonly [U in DisputeUseCaseName]?: ProbeOf };
