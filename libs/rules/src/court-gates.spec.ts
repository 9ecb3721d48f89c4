import confirmation from './packs/cn/2022-05-01/confirmation.json';
import courtBefore2025 from './packs/cn/2022-05-01/court.json';
import duties from './packs/cn/2022-05-01/duties.json';
import labour from './packs/cn/2022-05-01/labour.json';
import land from './packs/cn/2022-05-01/land.json';
import medical from './packs/cn/2022-05-01/medical.json';
import peoples from './packs/cn/2022-05-01/peoples.json';
import courtFrom2025 from './packs/cn/2025-01-01/court.json';
import { rulePackFor } from './rule-pack';
import type { Act } from './vocabulary';

type Barred = readonly [act: Act, tags: string, rule: string, article: string];
type Free = readonly [act: Act, tags: string];
interface Table {
  readonly barred: readonly Barred[];
  readonly free: readonly Free[];
}

const CONFIRMABLE = 'fact:court-has-jurisdiction fact:agreement-by-committee fact:within-time';
const FILED = `${CONFIRMABLE} fact:applied-jointly fact:agreement-effective`;
const without = (tags: string, tag: string): string =>
  tags
    .split(' ')
    .filter((each) => each !== tag)
    .join(' ');
const HEALTH = 'channel:administrative body:agency catalogue:health type:medical';
const MEDICAL = 'channel:peoples body:medical type:medical';
const CHOSEN = 'fact:mediator-on-court-roster';

/** Each gate's own situation, and the nearest one in which it stands open. Tags apart by spaces. */
const BEFORE_2024: Table = {
  barred: [
    ['entrust-by-court', 'court:prefiling', 'entrust-before-filing-consent', '第十一条'],
    ['entrust-by-court', 'court:postfiling court:summary', 'entrust-after-filing-consent', '第一条'],
    ['entrust-by-court', 'court:postfiling fact:party-refused', 'entrust-after-filing-consent', '第一条'],
    [
      'entrust-by-court',
      'court:postfiling fact:all-parties-consent fact:party-refused',
      'entrust-against-refusal',
      '第一百四十五条',
    ],
    ['appoint-mediator', 'court:prefiling', 'appoint-before-filing-off-roster', '第十二条'],
    ['appoint-mediator', 'court:postfiling', 'appoint-after-filing-off-roster', '第十二条'],
    ['appoint-mediator', `court:prefiling fact:party-refused ${CHOSEN}`, 'appoint-before-filing-refused', '第十二条'],
    ['appoint-mediator', `court:postfiling fact:party-refused ${CHOSEN}`, 'appoint-after-filing-refused', '第十二条'],
    ['accept', 'channel:peoples fact:party-refused', 'peoples-accept-against-refusal', '第十七条'],
    ['hold-session', 'channel:peoples fact:party-refused', 'peoples-session-against-refusal', '第十七条'],
    ['accept', 'channel:peoples matter:exclusive-jurisdiction', 'peoples-accept-reserved-matter', '第二十二条'],
    ['accept', 'channel:peoples matter:litigation-pending', 'peoples-accept-litigation-pending', '第二十二条'],
    ['accept', 'channel:peoples fact:taken-up-by-court', 'peoples-accept-taken-up-by-court', '第二十二条'],
    ['accept', 'channel:peoples matter:administrative-dispute', 'peoples-accept-administrative-dispute', '第二条'],
    ['accept', MEDICAL, 'medical-accept-consent', '第三十一条'],
    ['accept', `${MEDICAL} fact:applied-jointly fact:taken-up-by-court`, 'medical-accept-court', '第三十一条'],
    [
      'accept',
      `${MEDICAL} fact:all-parties-consent fact:taken-up-by-health-authority`,
      'medical-accept-health-authority',
      '第三十一条',
    ],
    ['hold-session', `${MEDICAL} fact:taken-up-by-court`, 'medical-session-court', '第三十一条'],
    ['hold-session', `${MEDICAL} fact:taken-up-by-health-authority`, 'medical-session-health-authority', '第三十一条'],
    ['hold-session', `${MEDICAL} fact:open-session fact:all-parties-consent`, 'medical-open-session', '第四十二条'],
    ['hold-session', `${HEALTH} fact:open-session`, 'medical-open-session', '第四十二条'],
    ['agree-orally', MEDICAL, 'medical-agree-orally', '第三十九条'],
    ['agree-orally', HEALTH, 'medical-admin-agree-orally', '第四十一条'],
    ['accept', HEALTH, 'medical-admin-accept-consent', '第四十条'],
    ['accept', `${HEALTH} fact:applied-jointly fact:taken-up-by-court`, 'medical-admin-accept-court', '第四十条'],
    [
      'accept',
      `${HEALTH} fact:applied-jointly fact:mediated-by-committee`,
      'medical-admin-accept-committee',
      '第四十条',
    ],
    ['take-up-formally', `${HEALTH} fact:taken-up-by-court`, 'medical-admin-take-up-court', '第四十条'],
    ['take-up-formally', `${HEALTH} fact:mediated-by-committee`, 'medical-admin-take-up-committee', '第四十条'],
    ['agree-orally', 'channel:peoples type:labour', 'labour-agree-orally', '第十四条'],
    [
      'apply-for-payment-order',
      'type:labour fact:money-claim fact:obligation-breached',
      'labour-payment-order-claims',
      '第十六条',
    ],
    ['apply-for-payment-order', 'type:labour matter:labour-payment', 'labour-payment-order-breach', '第十六条'],
    ['agree-orally', 'channel:peoples matter:rural-land-contract', 'land-agree-orally', '第十条'],
    ['refer-to-arbitration', 'matter:expropriation-compensation', 'land-arbitration-expropriation', '第二条'],
    ['close', 'channel:peoples matter:crime-suspected', 'duty-report-crime-risk', '第二十五条'],
    [
      'close',
      'channel:peoples matter:domestic-violence matter:incapable-victim',
      'duty-report-domestic-violence',
      '第十四条',
    ],
    [
      'close',
      'channel:peoples matter:domestic-violence fact:minor-party',
      'duty-report-domestic-violence-minor',
      '第十四条',
    ],
    ['show-identity', 'fact:minor-party', 'duty-minor-identity', '第一百零三条'],
    ...(['offer', 'file'] as const).flatMap((step): readonly Barred[] => {
      const act: Act = `${step}-confirmation`;
      const matters = [
        ['identity-relation', 'identity-relation'],
        ['ip-title', 'ip-title'],
        ['not-court-matter', 'not-court-matter'],
        ['other-special-procedure', 'other-procedure'],
        ['property-title', 'property-title'],
      ] as const;
      return [
        ...matters.map(([matter, rule]): Barred => [
          act,
          `${FILED} matter:${matter}`,
          `${act}-barred-${rule}`,
          '第三百五十五条',
        ]),
        // A matter that no court may confirm is the reason, whatever else is missing.
        [act, 'matter:property-title', `${act}-barred-property-title`, '第三百五十五条'],
        [act, without(FILED, 'fact:court-has-jurisdiction'), `${act}-needs-jurisdiction`, '第三百五十五条'],
        [act, without(FILED, 'fact:agreement-by-committee'), `${act}-needs-lawful-body`, '第二百零一条'],
        [act, without(FILED, 'fact:within-time'), `${act}-needs-time`, '第二百零一条'],
      ];
    }),
    [
      'file-confirmation',
      without(FILED, 'fact:applied-jointly'),
      'file-confirmation-needs-joint-application',
      '第二百零一条',
    ],
    ['file-confirmation', without(FILED, 'fact:agreement-effective'), 'file-confirmation-needs-effect', '第二百零一条'],
    ['apply-for-enforcement', 'fact:obligation-breached', 'enforcement-needs-confirmation', '第二百零二条'],
    ['apply-for-enforcement', 'fact:agreement-confirmed', 'enforcement-needs-breach', '第二百零二条'],
    ['apply-for-payment-order', 'fact:money-claim', 'payment-order-needs-breach', '第四百二十七条'],
    ['apply-for-payment-order', 'fact:obligation-breached', 'payment-order-needs-money', '第二百二十一条'],
  ],
  free: [
    ['entrust-by-court', 'court:prefiling fact:all-parties-consent'],
    ['entrust-by-court', 'court:postfiling court:ordinary fact:all-parties-consent'],
    ['appoint-mediator', `court:prefiling ${CHOSEN}`],
    ['appoint-mediator', `court:postfiling ${CHOSEN}`],
    ['appoint-mediator', 'channel:peoples'],
    ['accept', 'channel:peoples matter:property-title'],
    ['accept', 'channel:peoples matter:litigation-pending court:postfiling'],
    ['accept', 'channel:peoples fact:taken-up-by-court court:prefiling'],
    ['accept', 'channel:peoples fact:taken-up-by-court fact:referred-by-court'],
    // What the land law keeps from arbitration it does not keep from mediation.
    ['accept', 'channel:peoples matter:expropriation-compensation'],
    ['accept', 'channel:administrative matter:administrative-dispute'],
    ['accept', `${MEDICAL} fact:applied-jointly`],
    ['accept', `${MEDICAL} fact:all-parties-consent fact:taken-up-by-court fact:referred-by-court`],
    ['hold-session', `${MEDICAL} fact:taken-up-by-court court:postfiling`],
    ['hold-session', `${MEDICAL} fact:open-session fact:open-session-agreed`],
    ['hold-session', 'channel:peoples fact:open-session'],
    ['accept', `${HEALTH} fact:all-parties-consent`],
    ['take-up-formally', HEALTH],
    ['take-up-formally', 'channel:judicial body:court type:medical fact:mediated-by-committee'],
    ['agree-orally', 'channel:peoples type:neighbourhood'],
    ['apply-for-payment-order', 'type:labour matter:labour-payment fact:obligation-breached'],
    ['apply-for-payment-order', 'fact:money-claim fact:obligation-breached'],
    ['close', 'channel:peoples matter:crime-suspected fact:police-report-made'],
    ['close', 'matter:domestic-violence matter:incapable-victim fact:police-report-made'],
    ['close', 'channel:peoples'],
    ['offer-confirmation', CONFIRMABLE],
    ['file-confirmation', FILED],
    ['apply-for-enforcement', 'fact:agreement-confirmed fact:obligation-breached'],
    ['apply-for-enforcement', 'fact:agreement-notarised fact:obligation-breached'],
  ],
};

/** The article of the same gate since 2024-01-01. */
const SINCE_2024: Readonly<Record<string, string>> = {
  第二百零一条: '第二百零五条',
  第二百零二条: '第二百零六条',
  第二百二十一条: '第二百二十五条',
};

const groundOn = (date: string, act: Act, tags: string) => {
  const ground = rulePackFor(date).gate(act, tags.split(' '));
  return ground && { rule: ground.rule, article: ground.article };
};

it.each(BEFORE_2024.barred)('until 2023: %s of %s is barred by %s, %s', (act, tags, rule, article) => {
  expect(groundOn('2023-12-31', act, tags)).toStrictEqual({ rule, article });
});

it.each(BEFORE_2024.barred)(
  'from 2024, under the article of the amended Code: %s of %s',
  (act, tags, rule, article) => {
    expect(groundOn('2024-01-01', act, tags)).toStrictEqual({ rule, article: SINCE_2024[article] ?? article });
  },
);

it.each(BEFORE_2024.free)('nothing bars %s of %s', (act, tags) => {
  expect(groundOn('2023-12-31', act, tags)).toBeUndefined();
  expect(groundOn('2024-12-31', act, tags)).toBeUndefined();
});

it('a court refers before filing until the end of 2024, and files first from 2025', () => {
  const consented = ['entrust-by-court', 'court:prefiling fact:all-parties-consent'] as const;
  expect(groundOn('2024-12-31', ...consented)).toBeUndefined();
  const barred = { rule: 'entrust-before-filing-barred', article: '第二条' };
  expect(groundOn('2025-01-01', ...consented)).toStrictEqual(barred);
  expect(groundOn('2026-06-01', 'entrust-by-court', 'court:prefiling')).toStrictEqual(barred);
  expect(groundOn('2025-01-01', 'entrust-by-court', 'court:postfiling fact:all-parties-consent')).toBeUndefined();
});

it('meets every gate of the courts’ half', () => {
  const topics = [confirmation, courtBefore2025, duties, labour, land, medical, peoples, courtFrom2025];
  const written = topics.flatMap(({ gates }) => Object.keys(gates));
  const met = ['entrust-before-filing-barred', ...BEFORE_2024.barred.map(([, , rule]) => rule)];
  expect([...new Set(met)].sort()).toStrictEqual([...new Set(written)].sort());
});

const material = (tags: string) =>
  rulePackFor('2025-06-01')
    .materialsFor(tags.split(' '))
    .map(({ material: what, presence, signedBy }) => [what, presence, ...signedBy].join(' '));

const AROUND_THE_AGREEMENT = {
  before: [
    'application must applicant',
    'rights-notice must parties mediator',
    'identity-papers must',
    'authorisation if-any',
    'investigation-record if-any mediator',
    'evidence if-any',
    'session-record must parties mediator',
  ],
  after: [
    'performance-proof if-any',
    'follow-up-record if-any mediator',
    'confirmation-papers if-any',
    'file-note if-any',
    'back-cover must',
  ],
};

it.each([
  ['form:written', ['agreement must parties mediator seal']],
  ['form:oral', ['agreement must mediator seal']],
  ['type:contract', []],
])('asks of a file with %s for the thirteen items in their order', (form, agreement) => {
  const { before, after } = AROUND_THE_AGREEMENT;
  expect(material(`channel:peoples ${form}`)).toStrictEqual([...before, ...agreement, ...after]);
});
