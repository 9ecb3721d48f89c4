import { CODES } from '../words/codes';
import { pick } from '../words/locale';
import type { Choice } from './schema';

type Words = Readonly<Record<string, readonly [zh: string, en: string]>>;

/** What the values of a field are called where the service names none, by the field's name. */
const ENUMS: Readonly<Record<string, Words>> = {
  source: CODES.source,
  disputeType: CODES.type,
  type: CODES.type,
  channel: CODES.channel,
  risk: CODES.risk,
  riskGrade: CODES.riskGrade,
  difficulty: CODES.difficulty,
  role: CODES.partyRole,
  kind: { ...CODES.partyKind, ...CODES.kind },
  reason: { ...CODES.ended, ...CODES.reason, ...CODES.returned, ...CODES.supervision, ...CODES.suspended },
  routes: {
    arbitration: ['申请仲裁', 'Arbitration'],
    administrative: ['申请行政处理', 'Administrative remedy'],
    litigation: ['向法院起诉', 'Litigation'],
  },
  how: { assigned: ['由机构指定', 'Assigned'], 'chosen-by-parties': ['由当事人选定', 'Chosen by the parties'] },
  ground: {
    'party-or-kin': ['系当事人或其近亲属', 'A party or its kin'],
    interest: ['与纠纷有利害关系', 'Has an interest'],
    'other-relation': ['有其他关系可能影响公正', 'Another relation'],
    'party-objects': ['当事人要求回避', 'A party objects'],
  },
  form: { written: ['书面协议', 'Written'], oral: ['口头协议', 'Oral'] },
  manner: { written: ['书面', 'In writing'], oral: ['口头', 'Orally'] },
  extent: { full: ['全部解决', 'In full'], partial: ['部分解决', 'In part'] },
  satisfaction: {
    satisfied: ['满意', 'Satisfied'],
    fair: ['基本满意', 'Fair'],
    dissatisfied: ['不满意', 'Dissatisfied'],
  },
  mode: { prefiling: ['诉前委派', 'Before filing'], postfiling: ['诉中委托', 'After filing'] },
  procedure: { ordinary: ['普通程序', 'Ordinary'], summary: ['简易程序', 'Summary'] },
  relation: {
    duplicate: ['同一纠纷，并案', 'The same dispute'],
    related: ['有关联', 'Related'],
    distinct: ['并非同一纠纷', 'Another dispute'],
  },
  result: {
    settled: ['调解成功', 'Settled'],
    'suit-withdrawn': ['撤诉', 'Suit withdrawn'],
    terminated: ['调解终止', 'Terminated'],
    failed: ['调解不成', 'Failed'],
  },
  basis: { domicile: ['当事人住所地在该院辖区', 'A party lives in its area'] },
  decision: {
    confirmed: ['裁定确认有效', 'Confirmed'],
    dismissed: ['裁定驳回', 'Dismissed'],
    refused: ['不予受理或不予援助', 'Refused'],
    'no-penalty': ['不予处罚', 'No penalty'],
    penalty: ['予以处罚', 'Penalty'],
    closed: ['终止调查', 'Closed'],
    'told-to-sue': ['告知可起诉', 'Told to sue'],
    granted: ['给予援助', 'Granted'],
    provisional: ['先行提供援助', 'Provisional'],
  },
  way: {
    enforcement: ['申请强制执行', 'Enforcement'],
    'payment-order': ['申请支付令', 'Payment order'],
    'notarised-enforcement': ['公证债权文书执行', 'Notarised enforcement'],
    litigation: ['向法院起诉', 'Litigation'],
    're-mediation': ['重新调解', 'Mediation again'],
  },
  matters: {
    'property-title': ['物权确权', 'Title to property'],
    'ip-title': ['知识产权确权', 'Title to intellectual property'],
    'identity-relation': ['身份关系', 'Personal status'],
    'not-court-matter': ['不属法院受理范围', 'Not a matter for courts'],
    'other-special-procedure': ['适用其他特别程序', 'Another special procedure'],
    'expropriation-compensation': ['征收补偿', 'Expropriation compensation'],
    'rural-land-contract': ['农村土地承包', 'Rural land contract'],
    'administrative-dispute': ['行政争议', 'Administrative dispute'],
    'litigation-pending': ['已在诉讼', 'Litigation pending'],
    'exclusive-jurisdiction': ['专属管辖', 'Exclusive jurisdiction'],
    'labour-payment': ['劳动报酬等给付', 'Labour payment'],
    'complex-case': ['案情复杂', 'Complex'],
    'crime-suspected': ['涉嫌犯罪', 'A crime is suspected'],
    'domestic-violence': ['家庭暴力', 'Domestic violence'],
    'incapable-victim': ['被害人无民事行为能力', 'Victim without capacity'],
    'hired-assault': ['雇凶伤害', 'Hired assault'],
    'gang-related': ['涉黑涉恶', 'Gang-related'],
    provocation: ['寻衅滋事', 'Provocation'],
    'repeat-offence': ['多次违法', 'Repeat offence'],
    'public-order-case': ['治安案件', 'Public-order case'],
  },
  duty: {
    'crime-risk': ['可能转化为刑事案件', 'Risk of a crime'],
    'domestic-violence': ['家庭暴力', 'Domestic violence'],
  },
  retention: { permanent: ['永久', 'Permanent'], long: ['长期', 'Long'], short: ['短期', 'Short'] },
  material: {
    application: ['调解申请书', 'Application'],
    'rights-notice': ['权利义务告知书', 'Notice of rights'],
    'identity-papers': ['身份证明', 'Identity papers'],
    authorisation: ['授权委托书', 'Authorisation'],
    'investigation-record': ['调查记录', 'Investigation record'],
    evidence: ['证据材料', 'Evidence'],
    'session-record': ['调解记录', 'Session record'],
    agreement: ['调解协议书', 'Agreement'],
    'performance-proof': ['履行凭证', 'Proof of performance'],
    'follow-up-record': ['回访记录', 'Follow-up record'],
    'confirmation-papers': ['司法确认材料', 'Confirmation papers'],
    'file-note': ['备考表', 'File note'],
    'back-cover': ['封底', 'Back cover'],
  },
};

/** A choice as it is called: by the service, or by our own words where it only repeats the code. */
export const choiceWord = (field: string, { value, zh, en }: Choice): string => {
  const known = zh === String(value) ? ENUMS[field]?.[zh] : undefined;
  return known === undefined ? pick(zh, en) : pick(known[0], known[1]);
};
