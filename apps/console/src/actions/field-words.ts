import { pick } from '../words/locale';
import type { Field } from './schema';

/** What the fields of bodies are called. A field of several values may have a name of its own, with `[]`. */
const WORDS: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  address: ['住址', 'Address'],
  agreedToOpen: ['同意公开的当事人', 'Agreed to hold it in the open'],
  agreement: ['协议', 'Agreement'],
  amountFen: ['金额', 'Amount'],
  applicants: ['申请人', 'Applicants'],
  attended: ['到场当事人', 'Who came'],
  basis: ['管辖依据', 'Basis'],
  body: ['机构', 'Body'],
  caseNumber: ['案号', 'Case number'],
  category: ['细分类', 'Fine code'],
  center: ['法律援助机构', 'Legal-aid centre'],
  channel: ['调解方式', 'Channel'],
  claim: ['所提请求', 'Claim'],
  clock: ['期限', 'Time limit'],
  consents: ['是否同意', 'Consents'],
  'consents[]': ['当场同意的当事人', 'Parties who consent now'],
  court: ['法院', 'Court'],
  'court{}': ['委派或委托', 'Court referral'],
  debtor: ['履行义务人', 'Who owes'],
  decision: ['决定', 'Decision'],
  difficulty: ['难易程度', 'Difficulty'],
  disputeType: ['纠纷类型', 'Type'],
  dueOn: ['履行期限', 'Due on'],
  duty: ['报告事由', 'Duty'],
  escalationSigns: ['有激化苗头', 'Signs of escalation'],
  exemption: ['免核查情形', 'Exemption'],
  extent: ['解决范围', 'Extent'],
  facts: ['事实经过', 'Facts'],
  form: ['协议形式', 'Form'],
  ground: ['回避事由', 'Ground'],
  grounds: ['可疑之处', 'Grounds'],
  headcount: ['涉及人数', 'People involved'],
  health: ['健康情况', 'Health'],
  how: ['产生方式', 'How'],
  identityNumber: ['证件号码', 'Identity number'],
  inWriting: ['书面申请', 'In writing'],
  kind: ['种类', 'Kind'],
  limitationEndsOn: ['时效届满日', 'Limitation ends on'],
  manner: ['方式', 'Manner'],
  material: ['材料', 'Material'],
  matters: ['所涉事项', 'Matters'],
  mediator: ['调解员', 'Mediator'],
  milestone: ['节点', 'Step'],
  minor: ['未成年人', 'A minor'],
  mode: ['委派或委托', 'Mode'],
  name: ['姓名或名称', 'Name'],
  note: ['说明', 'Note'],
  obligation: ['哪一项义务', 'Obligation'],
  obligations: ['履行义务', 'Obligations'],
  occurredAt: ['发生时间', 'When it happened'],
  officers: ['主持民警人数', 'Police officers'],
  on: ['到来之日', 'Reached on'],
  open: ['公开进行', 'In the open'],
  parties: ['当事人', 'Parties'],
  party: ['当事人', 'Party'],
  people: ['人数', 'People'],
  phone: ['电话', 'Phone'],
  place: ['发生地', 'Place'],
  placeText: ['详细地点', 'Place in words'],
  preservation: ['需立即保全或先予执行', 'Preservation needed at once'],
  procedure: ['审理程序', 'Procedure'],
  proceeding: ['第几次受理', 'Which proceeding'],
  reason: ['原因', 'Reason'],
  record: ['调解记录', 'Session record'],
  recording: ['录音录像编号', 'Recording'],
  relation: ['关系', 'Relation'],
  replyBy: ['答复期限', 'Reply by'],
  reportedTo: ['已报告的机关', 'Reported to'],
  result: ['结果', 'Result'],
  retention: ['保管期限', 'Retention'],
  risk: ['激化风险', 'Risk'],
  riskGrade: ['风险等级', 'Risk grade'],
  role: ['身份', 'Role'],
  room: ['调解室', 'Room'],
  routes: ['已告知的救济途径', 'Routes told'],
  satisfaction: ['满意度', 'Satisfaction'],
  seal: ['加盖印章', 'Seal'],
  session: ['第几次调解', 'Which session'],
  sheets: ['页数', 'Sheets'],
  source: ['来源', 'Source'],
  statement: ['说明', 'Statement'],
  terms: ['协议内容', 'Terms'],
  to: ['接收机构', 'To'],
  unit: ['力量', 'Unit'],
  victim: ['受害人', 'Victim'],
  way: ['途径', 'Way'],
};

const SUFFIX: Partial<Record<Field['kind'], string>> = {
  choices: '[]',
  texts: '[]',
  list: '[]',
  group: '{}',
  'one-of': '{}',
};

/** `中文 English`, as the services describe their fields. */
const halves = (description: string): readonly [string, string] => {
  const [, zh = description, en = description] = /^([^A-Za-z]*[^A-Za-z\s])\s+([A-Za-z].*)$/s.exec(description) ?? [];
  return [zh, en];
};

export const fieldLabel = ({ name, kind, description }: Field): string => {
  const words = WORDS[`${name}${SUFFIX[kind] ?? ''}`] ?? WORDS[name];
  if (words !== undefined) return pick(words[0], words[1]);
  return description === undefined ? name : pick(...halves(description));
};

/** Of what is chosen from a list, so short a description only says of which kind the codes are. */
const SAYS_KIND = 8;

/** What the service says of the field, where that is more than its name. */
export const fieldHint = (field: Field): string | undefined => {
  if (field.description === undefined) return undefined;
  const [zh, en] = halves(field.description);
  if (field.kind === 'choice' && zh.length < SAYS_KIND) return undefined;
  const hint = pick(zh, en);
  return hint === fieldLabel(field) ? undefined : hint;
};
