import type { Agreement } from '@mediation/dispute/domain';
import { daysBetween } from '@mediation/kernel';
import { dayOf, every, latest, nameOf, type EventNamed, type Story } from './story';
import { ENDING_ZH } from './wording';

type Session = EventNamed<'SessionHeld'>;

/** What came of a session: the next thing that the proceeding tells of it. */
const resultOf = (story: Story, { revision }: Session) => {
  const next = story.events.find(
    (event) =>
      event.revision > revision &&
      (event.type === 'SessionHeld' || event.type === 'AgreementReached' || event.type === 'MediationFailed'),
  );
  if (next === undefined) return undefined;
  const results = { SessionHeld: 'continued', AgreementReached: 'agreed', MediationFailed: 'failed' } as const;
  return next.type in results ? results[next.type as keyof typeof results] : undefined;
};

/** The sessions whose record the reader holds. */
export const sessionsOf = (story: Story, reader: string) =>
  every(story, 'SessionHeld')
    .filter(({ metadata }) => metadata.actor.org === reader)
    .map((session, index) => ({
      n: index + 1,
      heldOn: session.data.heldOn,
      attended: session.data.attended.map((party) => nameOf(story, party)),
      record: session.data.personal['file']?.text,
      result: resultOf(story, session),
    }));

/** Each appraisal that stopped the mediation. The day it stopped is not counted, the day it went on is. */
export const appraisalsOf = (story: Story) =>
  every(story, 'MediationSuspended')
    .filter(({ data }) => data.reason === 'appraisal')
    .map((stopped) => {
      const resumed = every(story, 'MediationResumed').find(({ revision }) => revision > stopped.revision);
      const [stoppedOn, resumedOn] = [dayOf(stopped), resumed && dayOf(resumed)];
      return { stoppedOn, resumedOn, days: resumedOn === undefined ? undefined : daysBetween(stoppedOn, resumedOn) };
    });

/** The one that says how the dispute stands: the last that no other has taken the place of. */
const currentAgreement = ({ dispute }: Story): Agreement | undefined =>
  dispute.file.agreements.findLast(({ status }) => status !== 'superseded');

const ofAgreement = <Event extends { readonly data: { readonly agreement: number } }>(
  events: readonly Event[],
  n: number,
): readonly Event[] => events.filter(({ data }) => data.agreement === n);

const signaturesOf = (story: Story, n: number) =>
  ofAgreement(every(story, 'AgreementSignedByParty'), n).map(({ data }) => ({
    party: data.party,
    name: nameOf(story, data.party),
    on: data.signedOn,
  }));

export const agreementOf = (story: Story) => {
  const agreement = currentAgreement(story);
  const reached = agreement && ofAgreement(every(story, 'AgreementReached'), agreement.n).at(-1);
  if (agreement === undefined || reached === undefined) return undefined;
  const { n, form, obligations } = agreement;
  return {
    n,
    form,
    terms: reached.data.personal['file']?.text,
    obligations: obligations.map(({ debtor, amountFen, dueOn }) => ({
      debtor: nameOf(story, debtor),
      amountFen,
      dueOn,
    })),
    reachedOn: dayOf(reached),
    effectiveOn: ofAgreement(every(story, 'AgreementTookEffect'), n).at(-1)?.data.effectiveOn,
    signedBy: signaturesOf(story, n),
    mediatorSignedOn: ofAgreement(every(story, 'AgreementSignedByMediator'), n).at(-1)?.data.signedOn,
    sealedOn: ofAgreement(every(story, 'AgreementSealed'), n).at(-1)?.data.sealedOn,
  };
};

const stateOf = ({ status, obligations }: Agreement) => {
  if (status === 'performed') return 'full' as const;
  const isAnything = obligations.some(({ performed, paidFen }) => performed || paidFen > 0);
  return isAnything ? ('part' as const) : ('none' as const);
};

export const performanceOf = (story: Story) => {
  const agreement = currentAgreement(story);
  if (agreement === undefined || agreement.status === 'signing')
    return { performance: undefined, performanceState: undefined };
  return {
    performance: ofAgreement(every(story, 'ObligationPerformed'), agreement.n).map(({ data }) => {
      const debtor = agreement.obligations.find(({ id }) => id === data.obligation)?.debtor;
      return {
        on: data.performedOn,
        debtor: debtor === undefined ? undefined : nameOf(story, debtor),
        amountFen: data.amountFen,
      };
    }),
    performanceState: stateOf(agreement),
  };
};

export const followUpsOf = (story: Story) =>
  every(story, 'FollowUpVisited').map(({ data }) => ({
    on: data.visitedOn,
    satisfaction: data.satisfaction,
    escalationSigns: data.escalationSigns,
    record: data.personal['file']?.text,
  }));

/** A proceeding that ended so is another body’s business, and leaves the parties nothing to be told. */
const GOES_ON_ELSEWHERE: readonly string[] = ['handed-off', 'accepted-elsewhere'];

export const failureOf = (story: Story) => {
  const ended = story.events.findLast(
    (event) =>
      event.type === 'MediationFailed' ||
      (event.type === 'MediationTerminated' && !GOES_ON_ELSEWHERE.includes(event.data.reason)),
  );
  if (ended === undefined || (ended.type !== 'MediationFailed' && ended.type !== 'MediationTerminated'))
    return undefined;
  const told = every(story, 'RoutesTold').filter(({ revision }) => revision > ended.revision);
  return {
    on: dayOf(ended),
    reason: ENDING_ZH[ended.data.reason],
    routes: [...new Set([...ended.data.routes, ...told.flatMap(({ data }) => data.routes)])],
  };
};

export const rightsNotifiedOn = (story: Story) => {
  const notified = latest(story, 'RightsNotified');
  return notified && dayOf(notified);
};
