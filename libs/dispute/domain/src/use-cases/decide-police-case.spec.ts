import { rulePackFor } from '@mediation/rules';
import type { DisputeEvent } from '../dispute.events';
import { noPenaltyAppliedFor, policeCase, policeDecided, toldPolice } from '../spec/authority.histories';
import { POLICE } from '../spec/bodies';
import { factsAsked } from '../spec/facts-asked';
import { given } from '../spec/given';
import { accepted, agreed, breached, event, fulfilled, registered, settled, TODAY } from '../spec/histories';
import type { PoliceDecision } from '../vocabulary';

const decide = (decision: PoliceDecision) => ({ type: 'DecidePoliceCase', data: { decision } }) as const;
const decided = (decision: PoliceDecision) => event('PoliceCaseDecided', { body: POLICE, decision, decidedOn: TODAY });
const opened = [toldPolice(), policeCase()];

describe('the police deciding their case', () => {
  it.each(['no-penalty', 'penalty', 'closed', 'told-to-sue'] as const)(
    'is recorded, open file or closed: %s',
    (word) => {
      given(...fulfilled, ...opened)
        .by(POLICE)
        .when(decide(word))
        .then(decided(word));
      given(...settled, ...opened)
        .by(POLICE)
        .when(decide(word))
        .then(decided(word));
    },
  );

  it('is once, of a case there is, by who opened it', () => {
    given(registered(), ...opened, policeDecided())
      .by(POLICE)
      .when(decide('penalty'))
      .refused('police-case-decided');
    given(registered(), toldPolice()).by(POLICE).when(decide('penalty')).refused('no-police-case');
    given(registered(), ...opened)
      .when(decide('penalty'))
      .refused('not-the-police-of-the-case');
    given().by(POLICE).when(decide('penalty')).refused('dispute-unknown');
  });

  const byPolice = [registered({ custodian: POLICE }), accepted(1, POLICE)];
  it.each<[string, readonly DisputeEvent[], string]>([
    ['nothing agreed', [registered(), ...opened], 'police-report-made'],
    [
      'nobody applied under a committee’s agreement',
      [...fulfilled, ...opened],
      'agreement-by-committee agreement-effective agreement-performed agreement-written police-report-made',
    ],
    [
      'applied for under a committee’s agreement that is performed',
      [...fulfilled, ...opened, noPenaltyAppliedFor()],
      'agreement-by-committee agreement-effective agreement-performed agreement-written applied-in-writing police-report-made',
    ],
    [
      'agreed before the police themselves',
      [...byPolice, ...agreed.slice(2), policeCase()],
      'agreement-by-police agreement-effective agreement-written',
    ],
    [
      'broken after it was agreed before the police',
      [...byPolice, ...agreed.slice(2), policeCase(), breached()],
      'agreement-by-police agreement-written obligation-breached',
    ],
  ])('asks the law about no penalty: %s', (_, history, facts) => {
    const scene = given(...history)
      .by(POLICE)
      .under(factsAsked('decide-no-penalty'));
    scene.when(decide('no-penalty')).barred(facts, '第一条');
    scene.when(decide('penalty')).then(decided('penalty'));
  });
});

describe('no penalty, by the law before and since 1 January 2026', () => {
  const before = rulePackFor('2025-12-31', '370402');
  const since = rulePackFor('2026-01-01', '370402');
  const gang = event('MattersNoted', { matters: ['gang-related'] });
  const byPolice = [registered({ custodian: POLICE }), accepted(1, POLICE), ...agreed.slice(2), policeCase()];

  it.each<[string, readonly DisputeEvent[], string, string, string]>([
    ['without an agreement', [registered(), ...opened], 'needs-agreement', '第九条', '第九条'],
    ['without an application', [...fulfilled, ...opened], 'needs-application', '第一百八十六条', '第九条'],
    [
      'under a committee’s agreement that is not performed',
      [...agreed, ...opened, noPenaltyAppliedFor()],
      'needs-performance',
      '第一百八十六条',
      '第九条',
    ],
    ['under the police’s own that was broken', [...byPolice, breached()], 'breached', '第九条', '第九条'],
    [
      'of a gang',
      [...fulfilled, gang, ...opened, noPenaltyAppliedFor()],
      'barred-gang',
      '第一百七十九条',
      '第一百七十九条',
    ],
  ])('is barred %s', (_, history, rule, then, now) => {
    const scene = given(...history).by(POLICE);
    scene.under(before).when(decide('no-penalty')).barred(`decide-no-penalty-${rule}`, then);
    scene.under(since).when(decide('no-penalty')).barred(`decide-no-penalty-${rule}`, now);
    scene.under(since).when(decide('told-to-sue')).then(decided('told-to-sue'));
  });

  it.each<[string, readonly DisputeEvent[]]>([
    ['a committee’s agreement, performed and applied for', [...fulfilled, ...opened, noPenaltyAppliedFor()]],
    ['the police’s own agreement in effect', byPolice],
  ])('follows %s', (_, history) => {
    for (const rules of [before, since])
      given(...history)
        .by(POLICE)
        .under(rules)
        .when(decide('no-penalty'))
        .then(decided('no-penalty'));
  });
});
