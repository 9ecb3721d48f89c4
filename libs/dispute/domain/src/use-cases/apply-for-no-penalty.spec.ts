import { rulePackFor } from '@mediation/rules';
import type { DisputeEvent } from '../dispute.events';
import { fromPolice, noPenaltyAppliedFor, policeCase, policeDecided } from '../spec/authority.histories';
import { OFFICE, POLICE, TOWNSHIP, VILLAGE } from '../spec/bodies';
import { factsAsked } from '../spec/facts-asked';
import { given } from '../spec/given';
import {
  accepted,
  agreed,
  breached,
  event,
  fulfilled,
  inSigning,
  moved,
  registered,
  settled,
  TODAY,
} from '../spec/histories';

const apply = (change = {}) =>
  ({ type: 'ApplyForNoPenalty', data: { agreement: 1, inWriting: true, ...change } }) as const;
const applied = event('NoPenaltyAppliedFor', { agreement: 1, applicants: ['p1', 'p2'], appliedOn: TODAY });
const viaPolice = (history: readonly DisputeEvent[]): readonly DisputeEvent[] => [...fromPolice, ...history.slice(1)];

describe('applying for no penalty', () => {
  it('is for all parties unless told, by the responsible body, the one that mediated, or the police of the case', () => {
    given(...fulfilled, policeCase())
      .when(apply())
      .then(applied);
    given(...viaPolice(fulfilled), policeCase())
      .by(POLICE)
      .when(apply({ applicants: ['p2', 'p2'] }))
      .then(event('NoPenaltyAppliedFor', { agreement: 1, applicants: ['p2'], appliedOn: TODAY }));
    const handedOn = [...fulfilled, moved(VILLAGE, TOWNSHIP), policeCase()];
    for (const by of [VILLAGE, TOWNSHIP])
      given(...handedOn)
        .by(by)
        .when(apply())
        .then(applied);
  });

  it('may come after the file was closed', () =>
    given(...settled, policeCase())
      .when(apply())
      .then(applied));

  it('is refused without a case, an agreement, a party, and to other bodies', () => {
    given(...fulfilled)
      .when(apply())
      .refused('no-police-case');
    given(registered(), policeCase()).when(apply()).refused('agreement-unknown');
    given(...fulfilled, policeCase())
      .when(apply({ applicants: ['p3'] }))
      .refused('party-unknown');
    given(...fulfilled, policeCase())
      .by(OFFICE)
      .when(apply())
      .refused('not-the-responsible-body');
    given().when(apply()).refused('dispute-unknown');
  });

  it('is made once under an agreement', () =>
    given(...fulfilled, policeCase(), noPenaltyAppliedFor())
      .when(apply())
      .refused('no-penalty-applied-for'));

  it.each<[string, readonly DisputeEvent[], object, string]>([
    [
      'a committee’s, performed',
      fulfilled,
      {},
      'agreement-by-committee agreement-effective agreement-performed agreement-written applied-in-writing applied-jointly',
    ],
    [
      'not in writing',
      fulfilled,
      { inWriting: false },
      'agreement-by-committee agreement-effective agreement-performed agreement-written applied-jointly',
    ],
    [
      'by one side only',
      fulfilled,
      { applicants: ['p1'] },
      'agreement-by-committee agreement-effective agreement-performed agreement-written applied-in-writing',
    ],
    [
      'not performed',
      agreed,
      {},
      'agreement-by-committee agreement-effective agreement-written applied-in-writing applied-jointly',
    ],
    [
      'broken',
      [...agreed, breached()],
      {},
      'agreement-by-committee agreement-written applied-in-writing applied-jointly obligation-breached',
    ],
    [
      'not signed',
      inSigning,
      {},
      'agreement-by-committee agreement-written applied-in-writing applied-jointly mediated-by-committee',
    ],
    [
      'after the decision',
      [...fulfilled, policeCase(), policeDecided()],
      {},
      'agreement-by-committee agreement-effective agreement-performed agreement-written applied-in-writing applied-jointly decided-already',
    ],
    [
      'one that the police mediated',
      [registered({ custodian: POLICE }), accepted(1, POLICE), ...fulfilled.slice(2), policeCase()],
      {},
      'agreement-by-police agreement-effective agreement-performed agreement-written applied-in-writing applied-jointly',
    ],
  ])('tells the law what it asks for: %s', (_, history, change, facts) => {
    const opened = history.some(({ type }) => type === 'PoliceCaseAccepted') ? [] : [policeCase()];
    const by = history[0] && 'custodian' in history[0].data ? history[0].data.custodian : VILLAGE;
    given(...history, ...opened)
      .by(by)
      .under(factsAsked('apply-for-no-penalty'))
      .when(apply(change))
      .barred(facts, '第一条');
  });
});

describe('no penalty, by the law before and since 1 January 2026', () => {
  const before = rulePackFor('2025-12-31', '370402');
  const since = rulePackFor('2026-01-01', '370402');
  const matters = (matter: 'gang-related' | 'hired-assault' | 'provocation' | 'repeat-offence') =>
    event('MattersNoted', { matters: [matter] });
  const byPolice = [registered({ custodian: POLICE }), accepted(1, POLICE), ...fulfilled.slice(2), policeCase()];

  it.each<[string, readonly DisputeEvent[], object, string, string, string]>([
    ['not performed', [...agreed, policeCase()], {}, 'needs-performance', '第一百八十六条', '第九条'],
    ['not in writing', [...fulfilled, policeCase()], { inWriting: false }, 'needs-writing', '第一百八十六条', '第九条'],
    [
      'decided already',
      [...fulfilled, policeCase(), policeDecided()],
      {},
      'after-decision',
      '第一百八十六条',
      '第九条',
    ],
    ['mediated by the police', byPolice, {}, 'needs-agreement', '第一百八十六条', '第九条'],
    [
      'gang',
      [...fulfilled, matters('gang-related'), policeCase()],
      {},
      'barred-gang',
      '第一百七十九条',
      '第一百七十九条',
    ],
    [
      'hired',
      [...fulfilled, matters('hired-assault'), policeCase()],
      {},
      'barred-hired',
      '第一百七十九条',
      '第一百七十九条',
    ],
    [
      'provocation',
      [...fulfilled, matters('provocation'), policeCase()],
      {},
      'barred-provocation',
      '第一百七十九条',
      '第一百七十九条',
    ],
    [
      'repeat',
      [...fulfilled, matters('repeat-offence'), policeCase()],
      {},
      'barred-repeat',
      '第一百七十九条',
      '第一百七十九条',
    ],
  ])('is not applied for: %s', (_, history, change, rule, then, now) => {
    const scene = given(...history).by(history === byPolice ? POLICE : VILLAGE);
    scene.under(before).when(apply(change)).barred(`apply-no-penalty-${rule}`, then);
    scene.under(since).when(apply(change)).barred(`apply-no-penalty-${rule}`, now);
  });

  it('is applied for by both sides before, by either since', () => {
    const scene = given(...fulfilled, policeCase());
    scene.under(before).when(apply()).then(applied);
    scene.under(since).when(apply()).then(applied);
    const alone = apply({ applicants: ['p1'] });
    scene.under(before).when(alone).barred('apply-no-penalty-needs-both-sides', '第一百八十六条');
    scene
      .under(since)
      .when(alone)
      .then(event('NoPenaltyAppliedFor', { agreement: 1, applicants: ['p1'], appliedOn: TODAY }));
  });
});
