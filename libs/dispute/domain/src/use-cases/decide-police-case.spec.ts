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
    ['nobody applied', [...fulfilled, ...opened], 'police-report-made'],
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
