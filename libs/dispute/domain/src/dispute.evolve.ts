import type { DisputeEvent, DisputeEventType } from './dispute.events';
import type { Agreement, Dispute, KnownDispute, OpenDispute, Proceeding } from './dispute.state';
import { defaultCategoryOf } from './classification/classification';
import { kindOf } from './custody';
import { including, withFile, without, type Evolution } from './evolution';
import { mediationsAfter } from './mediations';
import { emptyProcedureFile } from './procedure.state';
import { procedureEvolution } from './procedure.evolve';
import { occurrencesOf, type Told } from './dispute.occurrences';
import { proceedingTags } from './situation';
import { agreementEvolution } from './agreement.evolve';
import { handoffEvolution } from './handoff.evolve';

const withProceeding = (dispute: KnownDispute, change: (p: Proceeding) => Partial<Proceeding>): KnownDispute =>
  dispute.phase === 'in-mediation'
    ? { ...dispute, proceeding: { ...dispute.proceeding, ...change(dispute.proceeding) } }
    : dispute;

const isInEffect = (a: Agreement): boolean => !a.past && (a.status === 'effective' || a.status === 'performed');

const pastIfDone = (a: Agreement): Agreement =>
  a.status === 'performed' || a.status === 'breached' ? { ...a, past: true } : a;

/** A proceeding that ended without a full agreement: what was agreed in part stays agreed. */
const afterProceeding = (
  { file }: KnownDispute,
  outcome: Extract<Dispute, { phase: 'ended' }>['outcome'],
  routesTold: boolean,
): OpenDispute => {
  const agreements = file.agreements.map((a): Agreement =>
    a.status === 'signing' ? { ...a, status: 'superseded' } : a,
  );
  const kept = { ...file, agreements };
  return agreements.some(isInEffect)
    ? { phase: 'agreed', file: kept, inPart: true }
    : { phase: 'ended', file: kept, outcome, routesTold };
};

const proceedingEvolution = {
  DisputeRegistered: (_, data) => ({
    phase: 'registered',
    file: {
      source: data.source,
      disputeType: data.disputeType,
      category: defaultCategoryOf(data.disputeType),
      place: data.place,
      registeredAt: data.registeredAt,
      parties: data.parties,
      headcount: data.headcount,
      amountFen: data.amountFen,
      riskGrade: undefined,
      difficulty: undefined,
      custodian: data.custodian,
      heldBy: [data.custodian],
      occurrences: [],
      matters: [],
      consents: [],
      refusals: [],
      handoffConsents: {},
      triagedTo: undefined,
      handoff: undefined,
      handoffs: 0,
      bounces: 0,
      referredBy: undefined,
      proceedings: 0,
      agreements: [],
      risks: [],
      emergency: undefined,
      supervisedBy: [],
      followUps: 0,
      ...emptyProcedureFile(data.registeredAt),
    },
  }),
  DisputeClassified: (d, { disputeType, category }) => withFile(d, { disputeType, category }),
  DisputeAssessed: (d, { riskGrade, difficulty, headcount }) =>
    withFile(d, {
      riskGrade: riskGrade ?? d.file.riskGrade,
      difficulty: difficulty ?? d.file.difficulty,
      headcount: headcount ?? d.file.headcount,
    }),
  PartyConsented: (d, { party, to }) =>
    withFile(d, {
      // Consent to be handed to one body takes back no refusal elsewhere: it counts there, once custody has moved.
      consents: to === undefined ? including(d.file.consents, party) : d.file.consents,
      refusals: to === undefined ? without(d.file.refusals, party) : d.file.refusals,
      handoffConsents:
        to === undefined
          ? d.file.handoffConsents
          : { ...d.file.handoffConsents, [to]: including(d.file.handoffConsents[to] ?? [], party) },
    }),
  PartyRefused: (d, { party, to }) =>
    withFile(
      d,
      to === undefined
        ? {
            consents: without(d.file.consents, party),
            refusals: including(d.file.refusals, party),
            handoffConsents: {},
          }
        : { handoffConsents: { ...d.file.handoffConsents, [to]: without(d.file.handoffConsents[to] ?? [], party) } },
    ),
  DisputeTriaged: (d, { channel }) => withFile(d, { triagedTo: channel }),
  DisputeAccepted: (d, { proceeding, channel, body }) => ({
    phase: 'in-mediation',
    file: { ...d.file, proceedings: proceeding },
    proceeding: {
      n: proceeding,
      channel,
      body,
      tags: proceedingTags(d.file, channel, body),
      papersSignedFor: false,
      mediators: [],
      recused: [],
      rightsNotified: [],
      sessions: 0,
      suspended: false,
    },
  }),
  DisputeNotAccepted: (d, { routes }) => afterProceeding(d, 'not-accepted', routes.length > 0),
  MediatorAppointed: (d, { mediator }) => withProceeding(d, (p) => ({ mediators: including(p.mediators, mediator) })),
  MediatorRecused: (d, { mediator }) =>
    withProceeding(d, (p) => ({ mediators: without(p.mediators, mediator), recused: including(p.recused, mediator) })),
  InterestDisclosed: (d) => d,
  RightsNotified: (d, { parties }) =>
    withProceeding(d, (p) => ({ rightsNotified: [...new Set([...p.rightsNotified, ...parties])] })),
  SessionHeld: (d, { session }) => withProceeding(d, () => ({ sessions: session })),
  MediationSuspended: (d) => withProceeding(d, () => ({ suspended: true })),
  MediationResumed: (d) => withProceeding(d, () => ({ suspended: false })),
  MediationFailed: (d, { routes }) => afterProceeding(d, 'failed', routes.length > 0),
  MediationTerminated: (d, { reason, routes }) => {
    if (reason === 'handed-off') return afterProceeding(d, 'failed', true);
    return afterProceeding(d, reason === 'party-refused' ? 'refused' : reason, routes.length > 0);
  },
  RoutesTold: (d) => (d.phase === 'ended' ? { ...d, routesTold: true } : d),
  DisputeWithdrawn: (d) => afterProceeding(d, 'withdrawn', true),
  FollowUpVisited: (d) => withFile(d, { followUps: d.file.followUps + 1 }),
  DisputeClosed: (d, { outcome }) => ({ phase: 'closed', file: d.file, outcome }),
  DisputeReopened: (d) => ({
    phase: 'registered',
    file: {
      ...d.file,
      triagedTo: undefined,
      agreements: d.file.agreements.map(pastIfDone),
      // What happens from now on goes into the same file.
      dossier: d.file.dossier && { ...d.file.dossier, archivedOn: undefined },
    },
  }),
  // Told to the police, it is the report that 人民调解法 art. 25 asks for.
  EscalationRiskRaised: (d, { risk, reportedTo }) =>
    withFile(d, {
      risks: including(d.file.risks, risk),
      policeReports:
        reportedTo !== undefined && kindOf(reportedTo) === 'police'
          ? [...d.file.policeReports, { duty: 'crime-risk', victim: undefined, to: reportedTo }]
          : d.file.policeReports,
    }),
  EscalationAverted: (d, { risk }) => withFile(d, { risks: without(d.file.risks, risk) }),
  EmergencyRaised: (d, { people }) =>
    withFile(d, { emergency: { people, units: {}, concluded: false }, headcount: people }),
  ResponseDispatched: (d, { unit }) => withUnit(d, unit, 'dispatched'),
  ResponseArrived: (d, { unit }) => withUnit(d, unit, 'arrived'),
  EmergencyConcluded: (d, { people }) =>
    withFile(d, { emergency: d.file.emergency && { ...d.file.emergency, people, concluded: true } }),
  DisputeSupervised: (d, { by }) => withFile(d, { supervisedBy: including(d.file.supervisedBy, by) }),
  DisputeTakenUpFormally: (d, { body }) => withFile(d, { takenUpBy: including(d.file.takenUpBy, body) }),
  DisputeLinked: (d) => d,
} satisfies Partial<Evolution<DisputeEventType>>;

const withUnit = (d: KnownDispute, unit: string, status: 'dispatched' | 'arrived'): KnownDispute =>
  withFile(d, {
    emergency: d.file.emergency && { ...d.file.emergency, units: { ...d.file.emergency.units, [unit]: status } },
  });

const evolution: Evolution<DisputeEventType> = {
  ...proceedingEvolution,
  ...agreementEvolution,
  ...handoffEvolution,
  ...procedureEvolution,
};

const withMediations = (dispute: Dispute, event: DisputeEvent): Dispute => {
  if (dispute.phase === 'absent') return dispute;
  const mediations = mediationsAfter(dispute.file.mediations, event);
  return mediations === dispute.file.mediations ? dispute : withFile(dispute, { mediations });
};

/**
 * The state after one more event. Pure; an event that a codec let through never fails to apply. Of a recorded event the time and the
 * pack are kept with what the clocks of the law need of it; an event not yet recorded starts no clock.
 */
export const evolve = (dispute: Dispute, event: DisputeEvent & Partial<Told>): Dispute => {
  const apply = evolution[event.type] as (dispute: Dispute, data: DisputeEvent['data']) => Dispute;
  const next = withMediations(apply(dispute, event.data), event);
  if (event.metadata === undefined || next.phase === 'absent') return next;
  const occurred = occurrencesOf({ ...event, metadata: event.metadata }, dispute, next);
  return occurred.length === 0 ? next : withFile(next, { occurrences: [...next.file.occurrences, ...occurred] });
};
