import ningboPeoples from './packs/cn-3302/2022-05-01/peoples.json';
import ningboProcuratorate from './packs/cn-3302/2022-05-01/procuratorate.json';
import shandongAdministrative from './packs/cn-37/2022-05-01/administrative.json';
import shandongCourt from './packs/cn-37/2022-05-01/court.json';
import shandongProcuratorate from './packs/cn-37/2022-05-01/procuratorate.json';
import shandongAdministrative2025 from './packs/cn-37/2025-05-01/administrative.json';
import shenzhenConfirmation from './packs/cn-4403/2022-05-01/confirmation.json';
import shenzhenCourt from './packs/cn-4403/2022-05-01/court.json';
import shenzhenPeoples from './packs/cn-4403/2022-05-01/peoples.json';
import shenzhenProcuratorate from './packs/cn-4403/2022-05-01/procuratorate.json';
import legalAid from './packs/cn/2022-05-01/legal-aid.json';
import petition from './packs/cn/2022-05-01/petition.json';
import police from './packs/cn/2022-05-01/police.json';
import procuratorate from './packs/cn/2022-05-01/procuratorate.json';
import traffic from './packs/cn/2022-05-01/traffic.json';
import { rulePackFor } from './rule-pack';
import type { Act } from './vocabulary';

type Barred = readonly [act: Act, tags: string, rule: string, article: string];
type Free = readonly [act: Act, tags: string];
interface Place {
  readonly division: string | undefined;
  readonly date: string;
  readonly barred: readonly Barred[];
  readonly free: readonly Free[];
}

const without = (tags: string, tag: string): string =>
  tags
    .split(' ')
    .filter((each) => each !== tag)
    .join(' ');

const TRAFFIC = 'channel:administrative body:police type:traffic-accident';
const POLICE = 'channel:administrative body:police type:neighbourhood';
const JOINTLY = 'fact:applied-jointly';
const APPLIED = `fact:agreement-by-committee fact:agreement-effective fact:agreement-performed fact:applied-in-writing ${JOINTLY}`;
const BY_POLICE = 'fact:agreement-by-police fact:agreement-effective';
const KINDS = [
  ['gang', 'gang-related'],
  ['hired', 'hired-assault'],
  ['provocation', 'provocation'],
  ['repeat', 'repeat-offence'],
] as const;

/** What mediation does not settle, whoever agreed to what. */
const KINDS_BARRED = KINDS.flatMap(([rule, matter]): readonly Barred[] => [
  ['accept', `${POLICE} matter:${matter}`, `police-accept-barred-${rule}`, '第一百七十九条'],
  ['apply-for-no-penalty', `${APPLIED} matter:${matter}`, `apply-no-penalty-barred-${rule}`, '第一百七十九条'],
  ['decide-no-penalty', `${BY_POLICE} matter:${matter}`, `decide-no-penalty-barred-${rule}`, '第一百七十九条'],
]);

/** By the article that speaks of a committee's agreement, and the one that speaks of the police's own. */
const noPenalty = (committee: string, own: string): readonly Barred[] => [
  ['apply-for-no-penalty', `${APPLIED} fact:decided-already`, 'apply-no-penalty-after-decision', committee],
  ['apply-for-no-penalty', `${BY_POLICE} fact:applied-in-writing`, 'apply-no-penalty-needs-agreement', committee],
  [
    'apply-for-no-penalty',
    without(APPLIED, 'fact:agreement-performed'),
    'apply-no-penalty-needs-performance',
    committee,
  ],
  ['apply-for-no-penalty', without(APPLIED, 'fact:applied-in-writing'), 'apply-no-penalty-needs-writing', committee],
  ['decide-no-penalty', POLICE, 'decide-no-penalty-needs-agreement', own],
  ['decide-no-penalty', 'fact:agreement-by-police fact:obligation-breached', 'decide-no-penalty-breached', own],
  ['decide-no-penalty', 'fact:agreement-by-police', 'decide-no-penalty-needs-effect', own],
  ['decide-no-penalty', without(APPLIED, 'fact:agreement-performed'), 'decide-no-penalty-needs-performance', committee],
  ['decide-no-penalty', without(APPLIED, 'fact:applied-in-writing'), 'decide-no-penalty-needs-application', committee],
];

const COUNTRY: readonly Barred[] = [
  ['accept', TRAFFIC, 'traffic-accept-joint-application', '第八十六条'],
  ['accept', `${TRAFFIC} ${JOINTLY} fact:taken-up-by-court`, 'traffic-accept-sued', '第九十四条'],
  ['hold-session', `${TRAFFIC} fact:taken-up-by-court`, 'traffic-session-sued', '第九十四条'],
  ['hold-session', `${TRAFFIC} fact:party-refused`, 'traffic-session-withdrawn', '第九十四条'],
  ['agree-orally', TRAFFIC, 'traffic-agree-orally', '第九十三条'],
  ['link-with-petition-office', 'channel:peoples', 'petition-link-needs-consent', '第三十三条'],
  [
    'link-with-petition-office',
    'fact:all-parties-consent fact:party-refused',
    'petition-link-against-refusal',
    '第十七条',
  ],
  ...(['administrative-dispute', 'exclusive-jurisdiction', 'litigation-pending'] as const).map((matter): Barred => [
    'link-with-petition-office',
    `fact:all-parties-consent matter:${matter}`,
    `petition-link-barred-${matter}`,
    '第三十一条',
  ]),
  [
    'link-with-procuratorate',
    'fact:all-parties-consent fact:party-refused',
    'procuratorate-link-against-refusal',
    '第十七条',
  ],
  ['link-with-legal-aid', 'fact:party-refused', 'legal-aid-link-against-refusal', '第十七条'],
  ['grant-legal-aid', 'fact:aid-provisional', 'legal-aid-provisional-grounds', '第四十四条'],
];

const FREE: readonly Free[] = [
  ['accept', `${TRAFFIC} ${JOINTLY}`],
  ['accept', `${TRAFFIC} fact:all-parties-consent`],
  ['accept', `${TRAFFIC} ${JOINTLY} fact:taken-up-by-court fact:referred-by-court`],
  ['accept', POLICE],
  ['hold-session', TRAFFIC],
  ['hold-session', `${TRAFFIC} fact:one-officer`],
  ['hold-session', `${POLICE} fact:one-officer fact:fully-recorded`],
  ['hold-session', POLICE],
  ['agree-orally', POLICE],
  // Who may not settle before the police may still settle the civil part before a committee.
  ['accept', 'channel:peoples body:committee matter:hired-assault'],
  ['apply-for-no-penalty', APPLIED],
  ['decide-no-penalty', APPLIED],
  ['decide-no-penalty', BY_POLICE],
  ['link-with-petition-office', 'fact:all-parties-consent'],
  ['link-with-procuratorate', 'fact:all-parties-consent'],
  ['link-with-legal-aid', 'channel:peoples'],
  ['grant-legal-aid', 'channel:peoples'],
  ['grant-legal-aid', 'fact:aid-provisional fact:limitation-nearly-over'],
  ['grant-legal-aid', 'fact:aid-provisional fact:preservation-needed'],
  ['accept', 'channel:administrative body:agency catalogue:housing matter:administrative-dispute'],
  ['agree-orally', 'channel:peoples matter:complex-case'],
];

const AGENCY = 'channel:administrative body:agency';
const HOUSING = `${AGENCY} catalogue:housing type:property-management`;
/** Each agency with something that touches its duties, and something that does not. */
const AGENCIES = [
  ['agriculture', 'village-affairs', 'consumer'],
  ['civil-affairs', 'marriage-family', 'labour'],
  ['environment', 'environment', 'labour'],
  ['finance', 'consumer', 'neighbourhood'],
  ['health', 'medical', 'consumer'],
  ['housing', 'property-management', 'labour'],
  ['human-resources', 'labour', 'consumer'],
  ['market-regulation', 'consumer', 'labour'],
  ['natural-resources', 'land-forest', 'medical'],
] as const;
/** Types that say what is claimed, not of whom it is the business. */
const CLAIMS: readonly string[] = ['contract', 'compensation', 'other'];

const SHANDONG: readonly Barred[] = [
  ...AGENCIES.map(([agency, , other]): Barred => [
    'accept',
    `${AGENCY} catalogue:${agency} type:${other} ${JOINTLY}`,
    `administrative-catalogue-${agency}`,
    '第二十五条、第十四条',
  ]),
  ['accept', `${HOUSING} fact:party-refused`, 'administrative-accept-against-refusal', '第二十二条'],
  ['hold-session', `${HOUSING} fact:party-refused`, 'administrative-session-against-refusal', '第二十二条'],
  ['record-undisputed-facts', 'channel:peoples', 'record-undisputed-facts-needs-consent', '第二十四条'],
  ['link-with-procuratorate', 'channel:peoples', 'procuratorate-link-needs-consent', '第三十八条'],
];
const SHANDONG_FREE: readonly Free[] = [
  ...AGENCIES.flatMap(([agency, own]) =>
    [own, ...CLAIMS].map((type): Free => ['accept', `${AGENCY} catalogue:${agency} type:${type} ${JOINTLY}`]),
  ),
  ['accept', `${AGENCY} type:consumer`],
  ['hold-session', HOUSING],
  ['record-undisputed-facts', 'fact:undisputed-facts-agreed'],
];

const BEFORE_2026: Place = {
  division: undefined,
  date: '2025-12-31',
  barred: [
    ...COUNTRY,
    ...KINDS_BARRED,
    ...noPenalty('第一百八十六条', '第九条'),
    ['apply-for-no-penalty', without(APPLIED, JOINTLY), 'apply-no-penalty-needs-both-sides', '第一百八十六条'],
    ['hold-session', `${POLICE} fact:party-refused`, 'police-session-against-refusal', '第一百七十九条'],
    ['hold-session', `${POLICE} fact:one-officer`, 'police-one-officer', '第五十二条'],
    ['link-with-procuratorate', 'channel:peoples', 'procuratorate-link-needs-consent', '—'],
  ],
  free: [...FREE, ['record-undisputed-facts', 'channel:peoples']],
};
const FROM_2026: Place = {
  division: undefined,
  date: '2026-01-01',
  barred: [
    ...COUNTRY,
    ...KINDS_BARRED,
    ...noPenalty('第九条', '第九条'),
    ['hold-session', `${POLICE} fact:party-refused`, 'police-session-against-refusal', '第九条'],
    ['hold-session', `${POLICE} fact:one-officer`, 'police-one-officer', '第一百零八条'],
  ],
  free: [...FREE, ['apply-for-no-penalty', without(APPLIED, JOINTLY)]],
};
const ADMINISTRATIVE_DISPUTE = `${HOUSING} matter:administrative-dispute`;
const SHANDONG_2016: Place = {
  division: '370402102',
  date: '2025-04-30',
  barred: [...COUNTRY, ...SHANDONG],
  free: [...SHANDONG_FREE, ['accept', ADMINISTRATIVE_DISPUTE]],
};
const SHANDONG_2025: Place = {
  division: '370402102',
  date: '2025-05-01',
  barred: [
    ...COUNTRY,
    ...SHANDONG,
    ['accept', ADMINISTRATIVE_DISPUTE, 'administrative-accept-administrative-dispute', '第二条'],
  ],
  free: SHANDONG_FREE,
};
const SHENZHEN: Place = {
  division: '440305',
  date: '2026-01-01',
  barred: [
    ...COUNTRY.filter(([act]) => act !== 'hold-session'),
    ['accept', `${HOUSING} fact:party-refused`, 'shenzhen-accept-against-refusal', '第二十一条'],
    ['hold-session', `${HOUSING} fact:party-refused`, 'shenzhen-session-against-refusal', '第二十八条'],
    ['record-undisputed-facts', 'channel:peoples', 'record-undisputed-facts-needs-consent', '第七十三条'],
    ['apply-for-enforcement', 'fact:obligation-breached', 'enforcement-needs-confirmation', '第七十六条、第七十一条'],
    ['apply-for-payment-order', 'fact:obligation-breached', 'payment-order-needs-money', '第七十二条'],
    ['link-with-procuratorate', 'channel:peoples', 'procuratorate-link-needs-consent', '第六十六条'],
  ],
  free: [
    ['accept', ADMINISTRATIVE_DISPUTE],
    ['accept', `${AGENCY} catalogue:housing type:labour`],
    ['record-undisputed-facts', 'fact:undisputed-facts-agreed'],
    ['apply-for-enforcement', 'fact:obligation-breached fact:agreement-notarised'],
    ['apply-for-payment-order', 'fact:obligation-breached fact:money-claim'],
  ],
};
const PEOPLES = 'channel:peoples body:committee type:neighbourhood';
const NINGBO: Place = {
  division: '3302',
  date: '2026-01-01',
  barred: [
    ...COUNTRY,
    ['agree-orally', PEOPLES, 'agree-orally-not-performed-at-once', '第二十四条'],
    [
      'agree-orally',
      `${PEOPLES} fact:agreement-performed matter:complex-case`,
      'agree-orally-grave-or-complex',
      '第二十四条',
    ],
    ['accept', `${PEOPLES} fact:referred-by-court`, 'peoples-accept-entrusted-without-consent', '第十九条'],
    ['accept', `${PEOPLES} matter:exclusive-jurisdiction`, 'peoples-accept-reserved-matter', '第十七条'],
    ['link-with-procuratorate', 'channel:peoples', 'procuratorate-link-needs-consent', '第十九条'],
  ],
  free: [
    ['agree-orally', `${PEOPLES} fact:agreement-performed`],
    ['accept', `${PEOPLES} fact:referred-by-court fact:all-parties-consent`],
    ['accept', PEOPLES],
  ],
};

const groundIn = ({ division, date }: Place, act: Act, tags: string) => {
  const ground = rulePackFor(date, division).gate(act, tags.split(' '));
  return ground && { rule: ground.rule, article: ground.article };
};

describe.each([
  ['the country until 2025', BEFORE_2026],
  ['the country from 2026', FROM_2026],
  ['Shandong until April 2025', SHANDONG_2016],
  ['Shandong from May 2025', SHANDONG_2025],
  ['Shenzhen', SHENZHEN],
  ['Ningbo', NINGBO],
])('in %s', (_, place) => {
  it.each(place.barred)('%s of %s is barred by %s, %s', (act, tags, rule, article) => {
    expect(groundIn(place, act, tags)).toStrictEqual({ rule, article });
  });

  it.each(place.free)('nothing bars %s of %s', (act, tags) => expect(groundIn(place, act, tags)).toBeUndefined());
});

it('names the law that gives no penalty: the ministry’s rules until 2025, the law itself from 2026', () => {
  const source = (date: string) => rulePackFor(date).gate('apply-for-no-penalty', ['fact:decided-already'])?.source;
  expect(source('2025-12-31')).toBe('公安机关办理行政案件程序规定（2018修正）');
  expect(source('2026-01-01')).toBe('中华人民共和国治安管理处罚法（2025修订）');
});

it.each([
  ['the country', [BEFORE_2026], [legalAid, petition, police, procuratorate, traffic]],
  [
    'Shandong',
    [SHANDONG_2025],
    [shandongAdministrative, shandongAdministrative2025, shandongCourt, shandongProcuratorate],
  ],
  ['Shenzhen', [SHENZHEN], [shenzhenConfirmation, shenzhenCourt, shenzhenPeoples, shenzhenProcuratorate]],
  ['Ningbo', [NINGBO], [ningboPeoples, ningboProcuratorate]],
])('meets every gate of %s', (_, places, topics) => {
  const met = new Set(places.flatMap(({ barred }) => barred.map(([, , rule]) => rule)));
  const written = topics.flatMap(({ gates }) => Object.keys(gates));
  expect(written.filter((rule) => !met.has(rule))).toStrictEqual([]);
});

describe('the lists', () => {
  const country = rulePackFor('2026-01-01');
  const shandong = rulePackFor('2026-01-01', '370402');

  it('spare a review of means, or the means themselves, by the law, and by the province besides', () => {
    expect(country.lists('aid-no-hardship-check', 'aid-migrant-worker-wages')).toBe(true);
    expect(country.lists('aid-no-hardship-condition', 'aid-migrant-worker-wages')).toBe(false);
    expect(country.lists('aid-no-hardship-condition', 'aid-abuse-victim')).toBe(true);
    expect(country.lists('aid-no-hardship-check', 'aid-37-court-relief')).toBe(false);
    expect(shandong.lists('aid-no-hardship-check', 'aid-37-court-relief')).toBe(true);
    expect(shandong.lists('aid-no-hardship-condition', 'aid-37-brave-deed-harmed')).toBe(true);
  });

  it('name what an agency mediates: where a text gives it in the country, by its duties in Shandong', () => {
    expect(country.lists('agency-catalogue', 'health:medical')).toBe(true);
    expect(country.lists('agency-catalogue', 'housing:property-management')).toBe(false);
    expect(shandong.lists('agency-catalogue', 'housing:property-management')).toBe(true);
  });

  it('agree with the gates that bar what no list of the agency has', () => {
    for (const [agency, own, other] of AGENCIES) {
      expect(shandong.lists('agency-catalogue', `${agency}:${own}`)).toBe(true);
      expect(shandong.lists('agency-catalogue', `${agency}:${other}`)).toBe(false);
    }
    const types = (gate: string) => (shandong.gates[gate]?.unless ?? []).map((tag) => tag.slice('type:'.length));
    for (const [agency] of AGENCIES)
      for (const type of types(`administrative-catalogue-${agency}`).filter((each) => !CLAIMS.includes(each)))
        expect([agency, type, shandong.lists('agency-catalogue', `${agency}:${type}`)]).toStrictEqual([
          agency,
          type,
          true,
        ]);
  });
});
