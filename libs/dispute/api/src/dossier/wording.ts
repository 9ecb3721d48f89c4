import type { PeriodUnit } from '@mediation/rules';
import type {
  DisputeType,
  FailureReason,
  HandoffReason,
  Outcome,
  ReturnReason,
  Source,
  TerminationReason,
} from '@mediation/dispute/domain';

/** As papers call them. */
export const TYPE_ZH: Readonly<Record<DisputeType, string>> = {
  'marriage-family': '婚姻家庭纠纷',
  neighbourhood: '邻里纠纷',
  'housing-homestead': '房屋宅基地纠纷',
  contract: '合同纠纷',
  'production-business': '生产经营纠纷',
  compensation: '损害赔偿纠纷',
  'land-forest': '山林土地纠纷',
  'expropriation-demolition': '征地拆迁纠纷',
  environment: '环境污染纠纷',
  labour: '劳动争议',
  consumer: '消费纠纷',
  medical: '医疗纠纷',
  'traffic-accident': '道路交通事故纠纷',
  'property-management': '物业纠纷',
  'village-affairs': '村务管理纠纷',
  other: '其他纠纷',
};

export const SOURCE_ZH: Readonly<Record<Source, string>> = {
  application: '当事人申请',
  proactive: '主动调解',
  screening: '排查发现',
  grid: '网格上报',
  'hotline-12345': '12345热线转来',
  'hotline-12348': '12348热线转来',
  'hotline-110': '110报警转来',
  petition: '信访部门转来',
  court: '人民法院委派、委托',
  police: '公安机关移送',
  procuratorate: '人民检察院移送',
  agency: '行政机关移送',
  'legal-aid': '法律援助机构转来',
  hospital: '医疗机构转来',
  union: '工会转来',
  'womens-federation': '妇联转来',
  online: '当事人网上申请',
};

export const OUTCOME_ZH: Readonly<Record<Outcome, string>> = {
  settled: '达成调解协议，已履行',
  'settled-in-part': '部分达成调解协议，已履行',
  breached: '达成调解协议，未履行',
  failed: '调解不成',
  refused: '当事人拒绝调解',
  withdrawn: '申请人撤回申请',
  'not-accepted': '不予受理',
  uncontactable: '无法联系当事人',
  'settled-by-themselves': '当事人自行和解',
  'outside-scope': '不属于调解范围',
  'suspected-sham': '疑似虚假调解',
  'accepted-elsewhere': '其他机关已受理',
};

export const ENDING_ZH: Readonly<Record<FailureReason | TerminationReason, string>> = {
  'no-agreement': '经调解，各方当事人未能达成协议。',
  'refused-to-sign': '当事人拒绝在调解协议上签字。',
  'time-limit': '调解期限届满，未达成协议。',
  absent: '当事人无正当理由不到场，调解无法进行。',
  uncontactable: '无法联系当事人，调解无法进行。',
  'settled-by-themselves': '当事人已自行和解。',
  'outside-scope': '本纠纷不属于调解范围。',
  'suspected-sham': '本次调解疑似虚假调解。',
  'party-refused': '当事人明确表示不接受调解。',
  withdrawn: '申请人撤回调解申请。',
  'handed-off': '本纠纷已移交其他机构。',
  'accepted-elsewhere': '本纠纷已由其他机关受理。',
};

export const HANDOFF_REASON_ZH: Readonly<Record<HandoffReason, string>> = {
  'mediation-failed': '经调解未达成协议。',
  'beyond-capacity': '纠纷疑难复杂，超出本机构调解能力。',
  'outside-competence': '纠纷不属于本机构的管辖范围。',
  'crime-risk': '纠纷可能引发治安案件或者刑事案件。',
  'party-request': '当事人请求移交。',
  'pre-trial': '拟在诉讼程序之前或者之中调解。',
  'report-back': '现将办理情况报送。',
};

export const RETURN_REASON_ZH: Readonly<Record<ReturnReason, string>> = {
  'not-competent': '纠纷不属于本机构的受理范围。',
  'wrong-area': '纠纷不属于本机构的管辖区域。',
  'incomplete-papers': '移送的材料不齐全。',
  'party-refuses': '当事人明确表示不接受调解。',
  'already-handled': '纠纷已经处理。',
  'no-capacity': '本机构目前无力调解。',
};

export const UNIT_ZH: Readonly<Record<PeriodUnit, string>> = {
  day: '日',
  'working-day': '个工作日',
  month: '个月',
  hour: '小时',
  minute: '分钟',
};
