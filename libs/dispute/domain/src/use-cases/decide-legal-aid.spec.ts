import { rulePackFor } from '@mediation/rules';
import type { DisputeEvent } from '../dispute.events';
import { aidApplied, aidAssigned, aidDecided } from '../spec/authority.histories';
import { DISTRICT_CENTER, LEGAL_AID } from '../spec/bodies';
import { factsAsked } from '../spec/facts-asked';
import { given } from '../spec/given';
import { event, registered, TODAY } from '../spec/histories';
import { plainRules } from '../spec/plain-rules';
import type { AidDecision } from '../vocabulary';

const decide = (decision: AidDecision, change = {}) =>
  ({ type: 'DecideLegalAid', data: { aid: 1, decision, ...change } }) as const;
const decided = (decision: AidDecision, change = {}) =>
  event('LegalAidDecided', { aid: 1, decision, decidedOn: TODAY, ...change });
const after = (...so: readonly DisputeEvent[]) => given(registered(), aidApplied(), ...so).by(LEGAL_AID);

describe('deciding on legal aid', () => {
  it.each(['granted', 'provisional', 'refused'] as const)('is for the centre that was asked: %s', (decision) => {
    after().when(decide(decision)).then(decided(decision));
    given(registered(), aidApplied()).when(decide(decision)).refused('not-the-legal-aid-center');
    given(registered(), aidApplied()).by(DISTRICT_CENTER).when(decide(decision)).refused('not-the-legal-aid-center');
  });

  it('is final, but for aid that was given ahead of its papers', () => {
    for (const so of [[aidDecided()], [aidDecided('refused')], [aidDecided(), aidAssigned]])
      after(...so)
        .when(decide('refused'))
        .refused('aid-decided');
    after(aidDecided('provisional')).when(decide('provisional')).refused('aid-decided');
    after(aidDecided('provisional')).when(decide('granted')).then(decided('granted'));
    after(aidDecided('provisional')).when(decide('refused')).then(decided('refused'));
  });

  it('is of an application there is', () => {
    after()
      .when(decide('granted', { aid: 2 }))
      .refused('aid-unknown');
    given().when(decide('granted')).refused('dispute-unknown');
  });

  it.each(['aid-no-hardship-check', 'aid-no-hardship-condition'])(
    'takes an exemption that is on a list: %s',
    (list) => {
      const rules = { ...plainRules, lists: (of: string, value: string) => of === list && value === 'wages' };
      after()
        .under(rules)
        .when(decide('granted', { exemption: 'wages' }))
        .then(decided('granted', { exemption: 'wages' }));
      after()
        .under(rules)
        .when(decide('granted', { exemption: 'other' }))
        .refused('exemption-not-listed');
    },
  );

  it('asks the law about giving it, never about refusing it', () => {
    const rules = factsAsked('grant-legal-aid');
    after().under(rules).when(decide('granted')).barred('', '第一条');
    after().under(rules).when(decide('provisional')).barred('aid-provisional', '第一条');
    after()
      .under(rules)
      .when(decide('provisional', { preservation: true }))
      .barred('aid-provisional preservation-needed', '第一条');
    after().under(rules).when(decide('refused')).then(decided('refused'));
  });

  // On 10 March: the sixth day after it still has fewer than seven days to run, the seventh has not.
  it.each([
    ['2025-03-09', 'aid-provisional'],
    ['2025-03-10', 'aid-provisional limitation-nearly-over'],
    ['2025-03-16', 'aid-provisional limitation-nearly-over'],
    ['2025-03-17', 'aid-provisional'],
  ])('knows when limitation is nearly over: it ends on %s', (limitationEndsOn, facts) =>
    given(registered(), aidApplied({ limitationEndsOn }))
      .by(LEGAL_AID)
      .under(factsAsked('grant-legal-aid'))
      .when(decide('provisional'))
      .barred(facts, '第一条'),
  );
});

describe('legal aid by the law in force', () => {
  const country = rulePackFor('2025-03-10');
  const shandong = rulePackFor('2025-03-10', '370402');

  it('is given ahead only where limitation is nearly over or something must be preserved', () => {
    const scene = (limitationEndsOn?: string) =>
      given(registered(), aidApplied({ limitationEndsOn })).by(LEGAL_AID).under(shandong);
    scene().when(decide('provisional')).barred('legal-aid-provisional-grounds', '第四十四条');
    scene('2025-03-17').when(decide('provisional')).barred('legal-aid-provisional-grounds', '第四十四条');
    scene('2025-03-16').when(decide('provisional')).then(decided('provisional'));
    scene()
      .when(decide('provisional', { preservation: true }))
      .then(decided('provisional'));
    scene().when(decide('granted')).then(decided('granted'));
  });

  it('spares those on the lists the review, and no others', () => {
    for (const exemption of ['aid-migrant-worker-wages', 'aid-abuse-victim'])
      after().under(country).when(decide('granted', { exemption })).then(decided('granted', { exemption }));
    after()
      .under(shandong)
      .when(decide('granted', { exemption: 'aid-37-court-relief' }))
      .then(decided('granted', { exemption: 'aid-37-court-relief' }));
    after()
      .under(country)
      .when(decide('granted', { exemption: 'aid-37-court-relief' }))
      .refused('exemption-not-listed');
  });
});
