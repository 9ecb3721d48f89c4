import { evolve, initialDispute, type DisputeEvent, type KnownDispute } from '@mediation/dispute/domain';
import { rulePackFor } from '@mediation/rules';
import { caseFactsOf } from './case-facts';
import { NOON, OFFICE, VILLAGE } from './spec/given';

const RULES = rulePackFor('2025-06-10', '370402');
const POLICE = '370402102-police';
const ON = '2025-06-10';

const registered: DisputeEvent = {
  type: 'DisputeRegistered',
  data: {
    source: 'application',
    disputeType: 'neighbourhood',
    custodian: VILLAGE,
    place: '370402102001',
    parties: [
      { id: 'p1', kind: 'natural-person', role: 'applicant', minor: false },
      { id: 'p2', kind: 'natural-person', role: 'respondent', minor: false },
    ],
    headcount: 2,
    registeredAt: NOON,
    personal: {},
  },
};
const accepted = (proceeding: number, body: string, channel: 'peoples' | 'administrative'): DisputeEvent => ({
  type: 'DisputeAccepted',
  data: { proceeding, channel, body, acceptedOn: ON },
});
const appointed = (proceeding: number, mediator: string): DisputeEvent => ({
  type: 'MediatorAppointed',
  data: { proceeding, mediator, how: 'assigned' },
});
const session = (proceeding: number, ...attended: readonly string[]): DisputeEvent => ({
  type: 'SessionHeld',
  data: { proceeding, session: 1, heldOn: ON, attended, personal: {} },
});
const agreement = (form: 'written' | 'oral', n = 1): DisputeEvent => ({
  type: 'AgreementReached',
  data: { agreement: n, proceeding: 1, form, extent: 'full', obligations: [], personal: {} },
});
const effective: DisputeEvent = { type: 'AgreementTookEffect', data: { agreement: 1, effectiveOn: ON } };
const failed: DisputeEvent = {
  type: 'MediationFailed',
  data: { proceeding: 1, reason: 'no-agreement', routes: [] },
};
const told: DisputeEvent = { type: 'RoutesTold', data: { routes: ['litigation'] } };
const factsRecorded: DisputeEvent = {
  type: 'UndisputedFactsRecorded',
  data: { record: 1, proceeding: 1, recordedOn: ON, personal: {} },
};
const confirmed = (party: string): DisputeEvent => ({
  type: 'UndisputedFactsConfirmed',
  data: { record: 1, party, signedOn: ON },
});
const opened: DisputeEvent = {
  type: 'DossierOpened',
  data: { number: '(2025)第1号', body: VILLAGE, year: 2025, serial: 1, openedOn: ON },
};

const factsAfter = (...events: readonly DisputeEvent[]) => {
  const recorded = [registered, ...events].map((each) => ({
    ...each,
    metadata: { occurredAt: NOON, rules: RULES.id },
  }));
  const dispute = recorded.reduce(evolve, initialDispute) as KnownDispute;
  return caseFactsOf(dispute, recorded.length - 1, RULES);
};

const byVillage = [accepted(1, VILLAGE, 'peoples'), appointed(1, 'm1')];

describe('what is known of a case', () => {
  it('of one that no committee mediated', () =>
    expect(factsAfter(accepted(1, POLICE, 'administrative'))).toStrictEqual({
      revision: 1,
      complete: false,
      archived: false,
      result: 'none',
      difficulty: 'unassessed',
      mediators: [],
      presenceProved: false,
      factsConfirmed: false,
      routesTold: false,
    }));

  it('who mediated it, and in whose presence', () =>
    expect(factsAfter(...byVillage, appointed(1, 'm2'), session(1, 'p1', 'p2'), opened)).toStrictEqual({
      revision: 5,
      body: VILLAGE,
      dossier: '(2025)第1号',
      complete: false,
      archived: false,
      result: 'none',
      difficulty: 'unassessed',
      mediators: ['m1', 'm2'],
      presenceProved: true,
      factsConfirmed: false,
      routesTold: false,
    }));

  it.each([
    ['a session that one party missed proves nothing', [...byVillage, session(1, 'p1')], { presenceProved: false }],
    ['an oral agreement', [...byVillage, agreement('oral'), effective], { result: 'oral-agreement' }],
    ['a written one', [...byVillage, agreement('written'), effective], { result: 'written-agreement' }],
    ['a draft', [...byVillage, agreement('written')], { result: 'none' }],
    ['a failure', [...byVillage, failed], { result: 'failed', routesTold: false }],
    ['a failure with the routes told', [...byVillage, failed, told], { result: 'failed', routesTold: true }],
    ['facts one party signed', [...byVillage, factsRecorded, confirmed('p1')], { factsConfirmed: false }],
    ['facts all signed', [...byVillage, factsRecorded, confirmed('p1'), confirmed('p2')], { factsConfirmed: true }],
    ['a class', [{ type: 'DisputeAssessed', data: { difficulty: 'major' } }], { difficulty: 'major' }],
    ['an office’s mediation is none of a committee', [accepted(1, OFFICE, 'administrative')], { mediators: [] }],
  ] as const)('%s', (_, events, expected) => expect(factsAfter(...events)).toMatchObject(expected));

  it('a file archived and opened again with its dispute', () => {
    const closed: DisputeEvent = { type: 'DisputeClosed', data: { outcome: 'failed', closedOn: ON } };
    const archived: DisputeEvent = { type: 'DisputeArchived', data: { retention: 'long', archivedOn: ON } };
    const reopened: DisputeEvent = { type: 'DisputeReopened', data: { reason: 'new-application', reopenedOn: ON } };
    const story = [...byVillage, failed, told, opened, closed, archived];
    expect(factsAfter(...story)).toMatchObject({ archived: true, routesTold: true });
    expect(factsAfter(...story, reopened)).toMatchObject({ archived: false });
  });
});
