import { rulePackFor } from '@mediation/rules';
import type { DisputeEvent } from '../dispute.events';
import { HEALTH, MEDICAL, OFFICE, POLICE, VILLAGE } from '../spec/bodies';
import { given } from '../spec/given';
import {
  accepted,
  appointed,
  event,
  inMediation,
  inSession,
  inSigning,
  MEDIATOR,
  reached,
  registered,
  settled,
  suspended,
  TODAY,
  tookEffect,
} from '../spec/histories';

const owed = { debtor: 'p2', amountFen: 10_000, dueOn: '2025-04-01' } as const;
const reach = (change = {}) =>
  ({ type: 'ReachAgreement', data: { form: 'written', terms: '修墙', obligations: [owed], ...change } }) as const;
const obligations = [{ id: 1, ...owed }];
const performed = event('AgreementPerformed', { agreement: 1 });

describe('reaching an agreement', () => {
  it('draws up a written one, to be signed and sealed', () =>
    given(...inSession)
      .when(reach())
      .then(reached({ obligations })));

  it('is in effect that day when oral', () =>
    given(...inSession)
      .at('2025-03-08T10:00:00+08:00', '2025-03-10T10:00:00+08:00')
      .when(reach({ form: 'oral' }))
      .then(reached({ form: 'oral', obligations }), tookEffect('2025-03-08')));

  it('is performed at once when oral and nothing is owed', () =>
    given(...inSession)
      .when(reach({ form: 'oral', obligations: undefined }))
      .then(reached({ form: 'oral', obligations: [] }), tookEffect(TODAY), performed));

  it('may settle a part only', () =>
    given(...inSession)
      .when(reach({ extent: 'partial' }))
      .then(reached({ extent: 'partial', obligations })));

  it('numbers obligations as they come, acts without an amount too', () =>
    given(...inSession)
      .when(reach({ obligations: [owed, { debtor: 'p1', dueOn: '2025-05-01' }] }))
      .then(reached({ obligations: [...obligations, { id: 2, debtor: 'p1', dueOn: '2025-05-01' }] })));

  it('supersedes what is still being signed, and leaves what is in effect', () => {
    given(...inSigning)
      .when(reach())
      .then(event('AgreementSuperseded', { agreement: 1 }), reached({ agreement: 2, obligations }));
    given(...inSession, reached({ extent: 'partial', form: 'oral' }), tookEffect())
      .when(reach())
      .then(reached({ agreement: 2, obligations }));
  });

  it('needs a mediator and a session', () => {
    given(...inMediation)
      .when(reach())
      .refused('no-mediator');
    given(...inMediation, appointed())
      .when(reach())
      .refused('no-session-held');
    given(...inSession, event('MediatorRecused', { proceeding: 1, mediator: MEDIATOR, ground: 'interest' }))
      .when(reach())
      .refused('no-mediator');
  });

  it('is refused for a stranger’s debt, while suspended, and without a proceeding of one’s own', () => {
    given(...inSession)
      .when(reach({ obligations: [owed, { ...owed, debtor: 'p3' }] }))
      .refused('party-unknown');
    given(...inSession, suspended)
      .when(reach())
      .refused('mediation-suspended');
    given(registered()).when(reach()).refused('no-proceeding');
    given(...inSession)
      .by(OFFICE)
      .when(reach())
      .refused('not-the-responsible-body');
    given(...settled)
      .when(reach())
      .refused('dispute-closed');
    given().when(reach()).refused('dispute-unknown');
  });
});

describe('an oral agreement where the law wants it written', () => {
  const rules = rulePackFor('2025-03-10', '370402');
  const land = event('MattersNoted', { matters: ['rural-land-contract'] });
  const inSessionOf = (disputeType: 'labour' | 'medical', body: string) => [
    registered({ disputeType, custodian: body }),
    accepted(1, body),
    ...inSession.slice(2),
  ];

  it.each<[string, string, readonly DisputeEvent[], string, string]>([
    ['rural land', VILLAGE, [...inSession, land], 'land-agree-orally', '第十条'],
    ['labour', VILLAGE, inSessionOf('labour', VILLAGE), 'labour-agree-orally', '第十四条'],
    ['medical', MEDICAL, inSessionOf('medical', MEDICAL), 'medical-agree-orally', '第三十九条'],
    [
      'medical, at the health authority',
      HEALTH,
      inSessionOf('medical', HEALTH),
      'medical-admin-agree-orally',
      '第四十一条',
    ],
  ])('is barred, and the same in writing is not: %s', (_, body, history, rule, article) => {
    given(...history)
      .by(body)
      .under(rules)
      .when(reach({ form: 'oral' }))
      .barred(rule, article);
    given(...history)
      .by(body)
      .under(rules)
      .when(reach())
      .then(reached({ obligations }));
  });

  it('is barred by the traffic police, and in Ningbo unless it is performed at once', () => {
    const traffic = [registered({ disputeType: 'traffic-accident', custodian: POLICE }), accepted(1, POLICE)];
    given(...traffic, ...inSession.slice(2))
      .by(POLICE)
      .under(rules)
      .when(reach({ form: 'oral' }))
      .barred('traffic-agree-orally', '第九十三条');
    const ningbo = given(...inSession).under(rulePackFor('2025-03-10', '330203'));
    ningbo.when(reach({ form: 'oral' })).barred('agree-orally-not-performed-at-once', '第二十四条');
    ningbo
      .when(reach({ form: 'oral', obligations: undefined }))
      .then(reached({ form: 'oral', obligations: [] }), tookEffect(TODAY), performed);
  });

  it('is free elsewhere (人民调解法 art. 28)', () =>
    given(...inSession)
      .under(rules)
      .when(reach({ form: 'oral' }))
      .then(reached({ form: 'oral', obligations }), tookEffect(TODAY)));
});
