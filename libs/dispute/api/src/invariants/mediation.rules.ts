import type { DisputeEventType } from '@mediation/dispute/domain';
import { isComplete, type Deal, type Model, type Owed } from './model';
import {
  always,
  channelOf,
  isOfGovernment,
  isWhole,
  isWithin,
  areaOf,
  kindOf,
  mediates,
  together,
  when,
  type Batch,
  type Rule,
} from './rules';

/** What follows a settlement, and what the authorities around mediation do or are told in their own time. */
const AFTER_CLOSING: readonly DisputeEventType[] = [
  'FollowUpVisited',
  'DisputeClassified',
  'DisputeReopened',
  'AgreementBreached',
  'ConfirmationAccepted',
  'ConfirmationDecided',
  'RemedyPursued',
  'MilestoneReached',
  'PoliceReportMade',
  'PoliceCaseAccepted',
  'PoliceCaseDecided',
  'NoPenaltyAppliedFor',
  'PerformanceCertified',
  'LegalAidApplied',
  'LegalAidDecided',
  'LegalAidAssigned',
  'LegalAidEnded',
  'LimitationProofIssued',
  'DossierOpened',
  'MaterialFiled',
  'MaterialSigned',
  'DisputeArchived',
];

const isClosing = ({ start, events }: Batch): boolean => start.phase === 'closed' && events.length > 0;

/** Whether the actor's body holds it, has held it, is offered it, was sent or brought in, or oversees one that held it. */
const takesPart = ({ start, actor }: Batch): boolean => {
  const { org, roles } = actor;
  if (start.phase === 'absent' || roles.includes('system')) return true;
  if ([...start.heldBy, ...start.units, ...start.brought, start.offer?.to].includes(org)) return true;
  const guides = (holder: string): boolean => kindOf(org) === 'judicial-office' && kindOf(holder) === 'committee';
  return start.heldBy.some((holder) => isWithin(areaOf(org), holder) && (isOfGovernment(org) || guides(holder)));
};

const deal = (m: Model, n: number): Deal | undefined => m.deals[n];
const dealsOf = (m: Model): readonly Deal[] => Object.values(m.deals);

/** Done with the last fen of money, or at once when it is an act. */
const isRight = ({ due, paid, done }: Owed): boolean =>
  due === undefined ? done : paid <= due && done === (paid === due);

export const MEDIATION_RULES = {
  'a dispute is registered once, first, by who is then responsible': always(({ start, events, actor }) => {
    const registered = events.filter(({ type }) => type === 'DisputeRegistered');
    if (start.phase !== 'absent') return registered.length === 0;
    const [first] = events;
    return registered.length === 1 && first?.type === 'DisputeRegistered' && first.data.custodian === actor.org;
  }),
  'only who holds, held, is offered, was sent or brought in, or oversees acts': always(takesPart),
  'nothing comes after closing but what follows a settlement or is others’ business': always((batch) => {
    if (!isClosing(batch)) return true;
    const allowed = batch.events.every(({ type }) => AFTER_CLOSING.includes(type));
    return allowed && (batch.end.phase === 'open' || together(batch, 'AgreementBreached').length === 0);
  }),
  'nothing is left hanging when a dispute is closed': when(
    'DisputeClosed',
    ({ before, batch }) =>
      before.offer === undefined && before.proceeding === undefined && batch.actor.org === before.custodian,
  ),
  'one proceeding runs at a time, numbered on': when(
    'DisputeAccepted',
    ({ data, before }) => before.proceeding === undefined && data.proceeding === before.proceedings + 1,
  ),
  'the responsible body begins, in its own channel': when(
    'DisputeAccepted',
    ({ data, before, batch }) =>
      data.body === before.custodian &&
      data.body === batch.actor.org &&
      mediates(data.body) &&
      data.channel === channelOf(data.body),
  ),
  'a running proceeding is the responsible body’s': always(
    ({ end }) => end.proceeding === undefined || end.proceeding.body === end.custodian,
  ),
  'what belongs to a proceeding happens in the one that runs': when(
    [
      'MediatorAppointed',
      'MediatorRecused',
      'InterestDisclosed',
      'RightsNotified',
      'SessionHeld',
      'MediationSuspended',
      'MediationResumed',
      'MediationFailed',
      'MediationTerminated',
      'AgreementReached',
    ],
    ({ data, before }) => before.proceeding?.n === data.proceeding,
  ),
  'nothing is mediated while a refusal stands': when(
    ['DisputeAccepted', 'SessionHeld', 'AgreementReached'],
    ({ before }) => before.refusing.length === 0,
  ),
  'a refusal ends what runs at once': always(({ end }) => end.proceeding === undefined || end.refusing.length === 0),
  'a hand is put once, to an agreement still open': when(
    ['AgreementSignedByParty', 'AgreementSignedByMediator', 'AgreementSealed'],
    ({ data, before, after }) => {
      const [was, is] = [deal(before, data.agreement), deal(after, data.agreement)];
      return was?.state === 'open' && is !== undefined && new Set(is.hands).size === is.hands.length;
    },
  ),
  'a written agreement binds once, with every hand, on the latest day': when(
    'AgreementTookEffect',
    ({ data, before }) => {
      const was = deal(before, data.agreement);
      if (was?.form !== 'written') return true;
      return was.state === 'open' && isComplete(before, was) && was.lastOn === data.effectiveOn;
    },
  ),
  'an oral agreement binds that day': when('AgreementTookEffect', ({ data, before, batch }) => {
    const was = deal(before, data.agreement);
    if (was?.form !== 'oral') return was !== undefined;
    return was.state === 'open' && data.effectiveOn === batch.on && together(batch, 'AgreementReached').length === 1;
  }),
  'an agreement with every hand, or oral, is not left unbound': always(({ end }) =>
    dealsOf(end).every((each) => each.state !== 'open' || (each.form === 'written' && !isComplete(end, each))),
  ),
  'one agreement is being signed at a time': always(
    ({ end }) => dealsOf(end).filter((each) => each.state === 'open').length <= 1,
  ),
  'money is whole fen': when(['DisputeRegistered', 'AgreementReached'], ({ type, data }) =>
    type === 'DisputeRegistered'
      ? isWhole((data as { amountFen?: number }).amountFen)
      : (data as { obligations: readonly { amountFen?: number }[] }).obligations.every((each) =>
          isWhole(each.amountFen),
        ),
  ),
  'no more is paid than is owed, and only under what binds': when('ObligationPerformed', ({ data, before, after }) => {
    const was = deal(before, data.agreement);
    const due = was?.owed[data.obligation];
    const owed = deal(after, data.agreement)?.owed[data.obligation];
    return (
      was?.state === 'bound' && due?.done === false && owed !== undefined && isWhole(data.amountFen) && isRight(owed)
    );
  }),
  'an agreement is performed with its last obligation': when('AgreementPerformed', ({ data, before }) => {
    const was = deal(before, data.agreement);
    return was?.state === 'bound' && Object.values(was.owed).every(({ done }) => done);
  }),
  'an agreement with nothing left to perform is performed': always(({ end }) =>
    dealsOf(end).every((each) => each.state !== 'bound' || Object.values(each.owed).some(({ done }) => !done)),
  ),
} satisfies Readonly<Record<string, Rule>>;
