import { rulePackFor, type Material } from '@mediation/rules';
import { completenessOf, isComplete, type MissingPart } from './dossier';
import type { DisputeEvent } from './dispute.events';
import { OFFICE, VILLAGE } from './spec/bodies';
import { complete, filed, forms, lastHand, nearlyComplete, opened, signed } from './spec/dossier.histories';
import { fold } from './spec/given';
import {
  accepted,
  agreed,
  ended,
  event,
  fulfilled,
  inMediation,
  inSession,
  inSigning,
  MEDIATOR,
  reached,
  registered,
  settled,
  TODAY,
  tookEffect,
} from './spec/histories';

const itemsOf = (events: readonly DisputeEvent[]) => {
  const dispute = fold(events);
  if (dispute.phase === 'absent') throw new Error('no dispute');
  return completenessOf(dispute, forms);
};
const itemOf = (material: Material, events: readonly DisputeEvent[]) =>
  itemsOf(events).find((each) => each.material === material);
const missingOf = (material: Material, events: readonly DisputeEvent[]) => itemOf(material, events)?.missing;
const hand = (more: Partial<MissingPart>): MissingPart => ({ what: 'signature', ...more });

describe('the completeness of a file', () => {
  it('speaks of the thirteen items, in the order of the forms', () => {
    expect(itemsOf(inMediation).map(({ material, item, presence }) => [item, material, presence])).toStrictEqual([
      [1, 'application', 'must'],
      [2, 'rights-notice', 'must'],
      [3, 'identity-papers', 'must'],
      [4, 'authorisation', 'if-any'],
      [5, 'investigation-record', 'if-any'],
      [6, 'evidence', 'if-any'],
      [7, 'session-record', 'must'],
      [8, 'agreement', 'not-applicable'],
      [9, 'performance-proof', 'if-any'],
      [10, 'follow-up-record', 'if-any'],
      [11, 'confirmation-papers', 'if-any'],
      [12, 'file-note', 'if-any'],
      [13, 'back-cover', 'must'],
    ]);
  });

  it('says where each form comes from', () => {
    expect(itemOf('agreement', settled)).toStrictEqual({
      material: 'agreement',
      item: 8,
      presence: 'must',
      present: true,
      missing: [],
      basis: {
        zh: '人民调解协议书',
        en: 'Written agreement',
        source: '中华人民共和国人民调解法（2010）',
        article: '第二十九条',
        link: 'laws/people-mediation-law-2010.md#art-29',
        certainty: 'statute',
      },
    });
  });

  it('misses a must that is not there, and never what is there if any', () => {
    const lacking = itemsOf(inMediation).filter(({ missing }) => missing.length > 0);
    expect(lacking.map(({ material, present, missing }) => [material, present, missing])).toStrictEqual([
      ['application', true, [hand({ party: 'p1' })]],
      ['rights-notice', false, [{ what: 'paper' }]],
      [
        'identity-papers',
        false,
        [
          { what: 'paper', party: 'p1' },
          { what: 'paper', party: 'p2' },
        ],
      ],
      ['session-record', false, [{ what: 'paper' }]],
      ['back-cover', false, [{ what: 'paper' }]],
    ]);
  });

  it('is there once everything is', () => {
    expect(isComplete(itemsOf(nearlyComplete))).toBe(false);
    expect(isComplete(itemsOf([...nearlyComplete, lastHand]))).toBe(true);
    expect(isComplete(itemsOf(complete.filter((each) => each !== opened)))).toBe(false);
  });

  it('misses the identity papers of each party, unless they were filed for all', () => {
    expect(missingOf('identity-papers', [...inMediation, filed('identity-papers', 'p1')])).toStrictEqual([
      { what: 'paper', party: 'p2' },
    ]);
    expect(missingOf('identity-papers', [...inMediation, filed('identity-papers')])).toStrictEqual([]);
  });

  it('misses the signatures of a written agreement that is being signed, and none of one that was superseded', () => {
    expect(missingOf('agreement', inSigning)).toStrictEqual([
      ...[
        hand({ agreement: 1, party: 'p1' }),
        hand({ agreement: 1, party: 'p2' }),
        hand({ agreement: 1, by: 'mediator' }),
        hand({ agreement: 1, by: 'seal' }),
      ],
    ]);
    expect(missingOf('agreement', agreed)).toStrictEqual([]);
    const replaced = [...inSigning, event('AgreementSuperseded', { agreement: 1 })];
    expect(itemOf('agreement', replaced)?.presence).toBe('not-applicable');
  });

  it('asks under the register of an oral agreement for the mediator and the seal, beside a written one for all', () => {
    const oral = [...inSession, reached({ form: 'oral', extent: 'partial' }), tookEffect()];
    expect(missingOf('agreement', oral)).toStrictEqual([
      hand({ agreement: 1, by: 'mediator' }),
      hand({ agreement: 1, by: 'seal' }),
    ]);
    const both = [
      ...oral,
      reached({ agreement: 2 }),
      signed({ material: 'agreement', agreement: 1, mediator: MEDIATOR }),
    ];
    expect(missingOf('agreement', both)).toStrictEqual([
      hand({ agreement: 1, by: 'seal' }),
      ...['p1', 'p2'].map((party) => hand({ agreement: 2, party })),
      hand({ agreement: 2, by: 'mediator' }),
      hand({ agreement: 2, by: 'seal' }),
    ]);
  });

  it('asks who attended a session to sign its record, and whoever was told to sign the notice of rights', () => {
    const notified = event('RightsNotified', { proceeding: 1, parties: ['p1'] });
    const held = event('SessionHeld', {
      proceeding: 1,
      session: 1,
      heldOn: TODAY,
      attended: ['p1'],
      personal: {},
    });
    const alone = [...inMediation, notified, held];
    expect(missingOf('session-record', alone)).toStrictEqual([
      hand({ proceeding: 1, session: 1, party: 'p1' }),
      hand({ proceeding: 1, session: 1, by: 'mediator' }),
    ]);
    expect(missingOf('rights-notice', alone)).toStrictEqual([hand({ party: 'p1' }), hand({ by: 'mediator' })]);
    expect(missingOf('rights-notice', [...alone, reached()])).toStrictEqual([
      ...['p1', 'p2'].map((party) => hand({ party })),
      hand({ by: 'mediator' }),
    ]);
  });

  it('takes a note for the record where no session came about', () => {
    const uncontactable = event('MediationTerminated', {
      proceeding: 1,
      reason: 'uncontactable',
      routes: ['litigation'],
    });
    expect(missingOf('session-record', [...inMediation, uncontactable])).toStrictEqual([{ what: 'paper' }]);
    expect(missingOf('session-record', [...inMediation, uncontactable, filed('session-record')])).toStrictEqual([
      hand({ by: 'mediator' }),
    ]);
  });

  it('takes what happened for the paper that is made of it', () => {
    const present = (events: readonly DisputeEvent[]) =>
      itemsOf(events).flatMap(({ material, present: isThere }) => (isThere ? [material] : []));
    expect(present(ended)).toStrictEqual(['application', 'rights-notice', 'session-record']);
    const visited = event('FollowUpVisited', {
      visitedOn: TODAY,
      satisfaction: 'satisfied',
      escalationSigns: false,
      personal: {},
    });
    const confirmed = event('ConfirmationFiled', {
      agreement: 1,
      court: '370402-court',
      applicants: ['p1', 'p2'],
      manner: 'written',
      filedOn: TODAY,
    });
    expect(present([...fulfilled, visited, confirmed, opened])).toStrictEqual([
      ...['application', 'rights-notice', 'session-record', 'agreement', 'performance-proof'],
      ...['follow-up-record', 'confirmation-papers', 'back-cover'],
    ]);
    const papers = ['authorisation', 'investigation-record', 'evidence', 'file-note'] as const;
    expect(present([...inMediation, ...papers.map((each) => filed(each))])).toStrictEqual(['application', ...papers]);
  });

  it('asks for the mediator’s hand under what was filed as under what was made', () => {
    const inquired = [...inMediation, filed('investigation-record')];
    expect(itemOf('investigation-record', inquired)).toMatchObject({ presence: 'if-any', present: true });
    expect(missingOf('investigation-record', inquired)).toStrictEqual([hand({ by: 'mediator' })]);
  });

  it('is told before anybody has accepted it, and has nothing to say of a file that is no committee’s', () => {
    expect(itemsOf([registered()]).filter(({ presence }) => presence === 'must')).toHaveLength(5);
    const office = itemsOf([registered({ custodian: OFFICE }), accepted(1, OFFICE)]);
    expect(new Set(office.map(({ presence }) => presence))).toStrictEqual(new Set(['not-applicable']));
    expect(isComplete(office)).toBe(true);
  });

  it('goes by the pack it is asked under', () => {
    const dispute = fold(settled);
    if (dispute.phase === 'absent') throw new Error('no dispute');
    const other = {
      materialsFor: (tags: readonly string[]) => rulePackFor('2022-06-01').materialsFor(tags).slice(0, 1),
    };
    expect(completenessOf(dispute, other).filter(({ presence }) => presence !== 'not-applicable')).toHaveLength(1);
    expect(dispute.file.mediations).toStrictEqual([
      {
        proceeding: 1,
        channel: 'peoples',
        body: VILLAGE,
        mediators: [MEDIATOR],
        rightsNotified: ['p1', 'p2'],
        sessions: [{ n: 1, attended: ['p1', 'p2'] }],
      },
    ]);
  });
});
