import { REFUSALS, type DisputeRefusal } from './dispute.refusals';
import { CENTER, COURT, FAR_TOWNSHIP, NEIGHBOUR, OFFICE, POLICE, TOWNSHIP, VILLAGE } from './spec/bodies';
import { AUTHORITY_WITNESSES } from './spec/authority.witnesses';
import { COURT_WITNESSES } from './spec/court.witnesses';
import { DOSSIER_WITNESSES } from './spec/dossier.witnesses';
import { given, NOON, type Sent, type Witness } from './spec/given';
import {
  agreed,
  appointed,
  ended,
  event,
  fulfilled,
  inMediation,
  inSession,
  inSigning,
  MEDIATOR,
  moved,
  offered,
  reached,
  refused,
  registered,
  settled,
  signedBy,
  suspended,
  tookEffect,
} from './spec/histories';
import { plainRules } from './spec/plain-rules';
import { TIME_LIMIT_WITNESSES } from './spec/time-limit.witnesses';

const accept: Sent = { type: 'AcceptDispute', data: {} };
const close: Sent = { type: 'CloseDispute', data: {} };
const hold: Sent = { type: 'HoldSession', data: {} };
const seal: Sent = { type: 'SealAgreement', data: { agreement: 1 } };
const reach: Sent = { type: 'ReachAgreement', data: { form: 'oral', terms: '和好' } };
const sign = (party: string): Sent => ({ type: 'SignAgreement', data: { agreement: 1, party } });
const pay = (obligation: number, amountFen?: number): Sent => ({
  type: 'RecordPerformance',
  data: { agreement: 1, obligation, amountFen },
});
const offer = (kind: 'escalation' | 'transfer' | 'court-link', to: string): Sent => ({
  type: 'OfferHandoff',
  data: { kind, to, reason: 'party-request' },
});
const direct = (to: string): Sent => ({ type: 'IssueDirective', data: { to, reason: 'party-request' } });
const answer = (type: 'AcceptHandoff' | 'WithdrawHandoff' | 'LapseHandoff', handoff = 'h1'): Sent => ({
  type,
  data: { handoff },
});
const register = (role: 'applicant' | 'respondent', place?: string): Sent => ({
  type: 'RegisterDispute',
  data: { source: 'application', disputeType: 'other', facts: '争执', parties: [{ role, name: '甲某' }], place },
});
const emergency = event('EmergencyRaised', { people: 30, raisedAt: NOON });
const directive = [offered(TOWNSHIP, { kind: 'directive', from: CENTER }), moved(VILLAGE, TOWNSHIP, 'directive')];
const terminated = event('MediationTerminated', { proceeding: 1, reason: 'party-refused', routes: [] });
const recused = event('MediatorRecused', { proceeding: 1, mediator: MEDIATOR, ground: 'interest' });

const forbidding = {
  ...plainRules,
  gate: () => ({
    rule: 'no-mediation',
    zh: '不得调解。',
    en: 'Not to be mediated.',
    source: '示例',
    article: '第一条',
    certainty: 'statute',
    pack: 'plain@1',
  }),
};

/** One way to each refusal: a refusal that nothing can produce any more does not belong in the list. */
const HOW: { readonly [R in DisputeRefusal]: Witness } = {
  ...TIME_LIMIT_WITNESSES,
  ...COURT_WITNESSES,
  ...AUTHORITY_WITNESSES,
  ...DOSSIER_WITNESSES,
  'barred-by-rule': () => given(registered()).under(forbidding).when(accept),
  'dispute-unknown': () => given().when(accept),
  'dispute-exists': () => given(registered()).when(register('applicant')),
  'dispute-closed': () => given(...settled).when(accept),
  'dispute-not-closed': () => given(...ended).when({ type: 'ReopenDispute', data: { reason: 'new-application' } }),
  'not-the-responsible-body': () => given(registered()).by(OFFICE).when(accept),
  'occurred-in-the-future': () => given().at('2025-03-11T00:00:00Z', NOON).when(register('applicant')),
  'occurred-before-registration': () => given(registered()).at('2025-02-01T00:00:00Z', NOON).when(accept),
  'applicant-missing': () => given().when(register('respondent')),
  'place-outside-area': () => given().when(register('applicant', '110101')),
  'category-of-another-type': () =>
    given().when({
      type: 'RegisterDispute',
      data: {
        source: 'application',
        disputeType: 'other',
        category: 'divorce',
        facts: '争执',
        parties: [{ role: 'applicant', name: '甲某' }],
      },
    }),
  'party-unknown': () => given(...inSigning).when(sign('p9')),
  'party-refused': () => given(registered(), refused('p1')).when(accept),
  'body-does-not-mediate': () =>
    given(registered({ custodian: CENTER }))
      .by(CENTER)
      .when(accept),
  'triaged-to-another-channel': () =>
    given(registered(), event('DisputeTriaged', { channel: 'judicial' })).when(accept),
  'not-at-this-stage': () => given(registered()).when({ type: 'CloseDispute', data: {} }),
  'proceeding-running': () => given(...inMediation).when(accept),
  'no-proceeding': () => given(registered()).when(hold),
  'mediation-suspended': () => given(...inSession, suspended).when(hold),
  'mediation-not-suspended': () => given(...inSession).when({ type: 'ResumeMediation', data: {} }),
  'mediator-unknown': () =>
    given(...inMediation).when({ type: 'RecuseMediator', data: { mediator: 'm9', ground: 'interest' } }),
  'mediator-recused': () =>
    given(...inMediation, appointed(), recused).when({ type: 'AppointMediator', data: { mediator: MEDIATOR } }),
  'no-mediator': () => given(...inMediation).when(hold),
  'rights-not-notified': () => given(...inMediation, appointed()).when(hold),
  'no-session-held': () => given(...inMediation, appointed()).when(reach),
  'already-agreed': () => given(...agreed).when(accept),
  'agreement-unknown': () => given(...inSession).when(seal),
  'agreement-not-in-signing': () => given(...agreed).when(seal),
  'agreement-not-in-effect': () => given(...inSigning).when(pay(2)),
  'agreement-is-oral': () => given(...inSession, reached({ form: 'oral' }), tookEffect()).when(seal),
  'already-signed': () => given(...inSigning, signedBy('p1')).when(sign('p1')),
  'obligation-unknown': () => given(...agreed).when(pay(9)),
  'obligation-performed': () =>
    given(
      ...agreed,
      event('ObligationPerformed', { agreement: 1, obligation: 2, performedOn: '2025-03-09', complete: true }),
    ).when(pay(2)),
  'amount-needed': () => given(...agreed).when(pay(1)),
  'more-than-owed': () => given(...agreed).when(pay(1, 10_001)),
  'not-performed': () => given(...agreed).when(close),
  'no-breach': () =>
    given(
      ...inSigning,
      event('AgreementSuperseded', { agreement: 1 }),
      reached({ agreement: 2, form: 'oral' }),
      tookEffect(undefined, 2),
    ).when({ type: 'ReopenDispute', data: { reason: 'breach', agreement: 1 } }),
  'routes-not-told': () => given(...inMediation, refused('p1'), terminated).when(close),
  'handoff-unknown': () => given(registered()).when(answer('AcceptHandoff')),
  'handoff-pending': () => given(...fulfilled, offered(POLICE)).when(close),
  'not-the-offered-body': () => given(registered(), offered(POLICE)).when(answer('AcceptHandoff')),
  'not-the-offering-body': () => given(registered(), offered(POLICE)).by(POLICE).when(answer('WithdrawHandoff')),
  'handoff-to-itself': () => given(registered()).when(offer('transfer', VILLAGE)),
  'not-a-superior-body': () => given(registered()).when(offer('escalation', NEIGHBOUR)),
  'use-escalation': () => given(registered()).when(offer('transfer', TOWNSHIP)),
  'not-a-link-of-this-kind': () => given(registered()).when(offer('court-link', POLICE)),
  'escalation-needs-consent': () => given(registered()).when(offer('escalation', TOWNSHIP)),
  'directive-only-from-government': () => given(registered()).when(direct(NEIGHBOUR)),
  'directive-outside-area': () => given(registered()).by(CENTER).when(direct(FAR_TOWNSHIP)),
  'directive-does-not-lapse': () =>
    given(registered(), ...directive)
      .at('2025-12-31T00:00:00Z')
      .by(TOWNSHIP)
      .when(answer('LapseHandoff')),
  'not-yet-due': () => given(registered(), offered(POLICE)).when(answer('LapseHandoff')),
  'not-a-court-or-agency': () => given(registered()).when({ type: 'TakeUpFormally', data: { body: TOWNSHIP } }),
  'risk-not-raised': () => given(registered()).when({ type: 'AvertEscalation', data: { risk: 'petition' } }),
  'police-report-needed': () =>
    given(registered()).when({ type: 'RaiseEscalationRisk', data: { risk: 'civil-to-criminal' } }),
  'emergency-running': () => given(registered(), emergency).when({ type: 'RaiseEmergency', data: { people: 30 } }),
  'no-emergency': () => given(registered()).when({ type: 'RecordArrival', data: {} }),
  'not-a-response-unit': () =>
    given(registered(), emergency)
      .by(CENTER)
      .when({ type: 'DispatchResponse', data: { unit: COURT } }),
  'unit-not-dispatched': () => given(registered(), emergency).when({ type: 'RecordArrival', data: {} }),
  'not-an-overseeing-body': () => given(registered()).when({ type: 'SuperviseDispute', data: { reason: 'major' } }),
};

describe('every refusal', () => {
  it.each(REFUSALS)('%s can happen', (refusal) => HOW[refusal]().refused(refusal));

  it('is listed once', () => expect(new Set(REFUSALS).size).toBe(REFUSALS.length));
});
