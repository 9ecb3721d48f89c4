import { CHANNELS, COURT_MODES, COURT_PROCEDURES, DIFFICULTY_CLASSES, DISPUTE_TYPES } from '@mediation/dispute/domain';
import { BODY_KINDS } from '@mediation/kernel';
import { FACTS, HANDOFF_KINDS, MATTERS } from '@mediation/rules';
import { wordIn, type Words } from './words';

const TYPE_WORDS: Words = {
  'marriage-family': '婚姻家庭 marriage and family',
  neighbourhood: '邻里 neighbours',
  'housing-homestead': '房屋宅基地 housing',
  contract: '合同 contract',
  'production-business': '生产经营 business',
  compensation: '损害赔偿 compensation',
  'land-forest': '山林土地 land and forest',
  'expropriation-demolition': '征地拆迁 expropriation',
  environment: '环境污染 environment',
  labour: '劳动争议 labour',
  consumer: '消费 consumer',
  medical: '医疗 medical',
  'traffic-accident': '道路交通事故 traffic',
  'property-management': '物业 property management',
  'village-affairs': '村务 village affairs',
  other: '其他 other',
};

const MATTER_WORDS: Words = {
  'property-title': '物权确权 title to property',
  'ip-title': '知识产权确权 title to intellectual property',
  'identity-relation': '身份关系 identity relation',
  'not-court-matter': '不属法院受理范围 not a court matter',
  'other-special-procedure': '适用其他特别程序 another special procedure',
  'expropriation-compensation': '征收补偿 expropriation compensation',
  'rural-land-contract': '农村土地承包 rural land contract',
  'administrative-dispute': '行政争议 administrative dispute',
  'litigation-pending': '诉讼未终结 litigation pending',
  'exclusive-jurisdiction': '专属管辖 exclusive jurisdiction',
  'labour-payment': '拖欠劳动报酬等 labour payment',
  'complex-case': '案情复杂 complex case',
  'crime-suspected': '涉嫌犯罪 crime suspected',
  'domestic-violence': '家庭暴力 domestic violence',
  'incapable-victim': '受害人无或者限制民事行为能力 incapable victim',
  'hired-assault': '雇凶伤害 hired assault',
  'gang-related': '涉黑涉恶、结伙 gang related',
  provocation: '寻衅滋事 provocation',
  'repeat-offence': '多次违反 repeat offence',
  'public-order-case': '治安案件 public-order case',
};

const FACT_WORDS: Words = {
  'all-parties-consent': '各方同意 all parties consent',
  'applied-jointly': '共同申请 applied jointly',
  'taken-up-by-court': '法院已受理 taken up by a court',
  'taken-up-by-health-authority': '卫生主管部门已受理 taken up by the health authority',
  'mediated-by-committee': '由人民调解委员会调解 mediated by a committee',
  'mediator-on-court-roster': '调解员在特邀名册 mediator on the court’s roster',
  'agreement-written': '书面协议 written agreement',
  'agreement-effective': '协议已生效 agreement in effect',
  'agreement-performed': '协议已履行 agreement performed',
  'agreement-confirmed': '协议已经司法确认 agreement confirmed',
  'agreement-notarised': '协议已公证赋强 agreement notarised',
  'agreement-by-committee': '人民调解委员会主持达成 agreement by a committee',
  'obligation-breached': '不履行义务 obligation breached',
  'applied-in-writing': '书面申请 applied in writing',
  'one-officer': '一名人民警察调解 one officer',
  'fully-recorded': '全程录音录像 fully recorded',
  'open-session': '公开调解 open session',
  'open-session-agreed': '各方同意公开 open session agreed',
  'decided-already': '已作出决定 decided already',
  'limitation-nearly-over': '时效即将届满 limitation nearly over',
  'aid-granted': '已决定法律援助 aid granted',
  'incapable-party': '当事人无或者限制民事行为能力 incapable party',
  'minor-party': '当事人未成年 minor party',
  'money-claim': '给付金钱、有价证券 money claim',
  'police-report-made': '已报告公安机关 reported to the police',
  'within-time': '在法定期限内 within time',
  'court-has-jurisdiction': '法院有管辖权 court has jurisdiction',
  'party-refused': '一方明确拒绝 a party refused',
  'undisputed-facts-agreed': '各方同意记载无争议事实 undisputed facts agreed',
  'agreement-by-police': '公安机关主持达成 agreement by the police',
  'aid-provisional': '先行提供法律援助 aid given ahead of its papers',
  'preservation-needed': '需要申请保全 preservation needed',
  'referred-by-court': '由法院委派或者委托 referred by the court',
  'file-complete': '卷宗材料齐全 file complete',
  'file-archived': '卷宗已归档 file archived',
  'mediation-failed': '调解不成 mediation failed',
  'presence-proved': '有各方到场的佐证 presence proved',
  'facts-confirmed': '无争议事实已经各方确认 undisputed facts confirmed',
  'routes-told': '已告知其他途径 routes told',
  'claimed-by-keeper': '由立卷的调解组织申请 claimed by the committee that keeps the file',
  'subsidised-already': '同一纠纷已申请或者已发放补贴 the same dispute claimed or paid already',
  'competent-to-decide': '有权复核、审定 competent to decide',
  'own-case': '经办或者申请过本件 own case',
};

const BODY_WORDS: Words = {
  committee: '人民调解委员会 committee',
  'judicial-office': '司法所 judicial office',
  center: '综治（矛调）中心 centre',
  'pretrial-room': '庭前调解室 pretrial room',
  police: '公安机关 police',
  court: '法院 court',
  medical: '医疗纠纷人民调解委员会 medical committee',
  brigade: '处置大队 brigade',
  squad: '处置中队 squad',
  'petition-office': '信访部门 petition office',
  'justice-bureau': '司法局 justice bureau',
  agency: '行政机关 agency',
  'leading-group': '领导小组 leading group',
  procuratorate: '检察院 procuratorate',
  'legal-aid-center': '法律援助中心 legal-aid centre',
};

const LINK_WORDS: Words = {
  escalation: '上报 escalation',
  directive: '交办 directive',
  transfer: '移交 transfer',
  'court-link': '诉调对接 court link',
  'police-link': '警调对接 police link',
  'petition-link': '访调对接 petition link',
  'procuratorate-link': '检调对接 procuratorate link',
  'legal-aid-link': '援调对接 legal-aid link',
};

const TAG_WORDS: Readonly<Record<string, Words>> = {
  type: TYPE_WORDS,
  matter: MATTER_WORDS,
  fact: FACT_WORDS,
  body: BODY_WORDS,
  link: LINK_WORDS,
  channel: {
    peoples: '人民调解 people’s mediation',
    administrative: '行政调解 administrative mediation',
    judicial: '司法调解 judicial mediation',
  },
  court: {
    prefiling: '立案前委派 before filing',
    postfiling: '立案后委托 after filing',
    ordinary: '普通程序 ordinary procedure',
    summary: '简易程序 summary procedure',
  },
  form: { oral: '口头 oral', written: '书面 written' },
  difficulty: {
    simple: '简易 simple',
    general: '一般 general',
    complex: '疑难复杂 complex',
    major: '重大 major',
    unassessed: '未评定难易 not assessed',
  },
};

const OWN_WORDS: Words = { catalogue: '行政机关 agency', exemption: '免予核查情形 exemption' };

/** `type:medical` → 医疗 medical. */
export const tagWord = (tag: string): string => {
  const [prefix = '', word = ''] = tag.split(':');
  const own = OWN_WORDS[prefix];
  return own === undefined ? wordIn(TAG_WORDS[prefix] ?? {}, word) : `${own} ${word}`;
};

/** What a program can say of a dispute, by prefix. An agency's name and an exemption's are the place's to choose. */
const KNOWN: Readonly<Record<string, readonly string[] | undefined>> = {
  type: DISPUTE_TYPES,
  matter: MATTERS,
  fact: FACTS,
  body: BODY_KINDS,
  link: HANDOFF_KINDS,
  channel: CHANNELS,
  court: [...COURT_MODES, ...COURT_PROCEDURES],
  form: ['oral', 'written'],
  difficulty: [...DIFFICULTY_CLASSES, 'unassessed'],
};

/** Whether it can ever be said; what cannot would make an entry idle for good. */
export const isKnownTag = (tag: string): boolean => {
  const [prefix = '', word = ''] = tag.split(':');
  return prefix in OWN_WORDS || (KNOWN[prefix]?.includes(word) ?? false);
};

export const KNOWN_TAGS: readonly string[] = Object.entries(KNOWN).flatMap(([prefix, words = []]) =>
  words.map((word) => `${prefix}:${word}`),
);
