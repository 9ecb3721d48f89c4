export const DOCUMENT_IDS = [
  'cover',
  'index',
  'application',
  'acceptance-register',
  'court-referral',
  'transfer-letter',
  'return-letter',
  'rights-notice',
  'identity-papers',
  'service-address',
  'authorisation',
  'investigation-record',
  'evidence',
  'appraisal-note',
  'session-record',
  'undisputed-facts',
  'agreement',
  'oral-agreement',
  'termination-notice',
  'court-report',
  'performance-proof',
  'performance-certificate',
  'follow-up-record',
  'confirmation-papers',
  'file-note',
  'closing-report',
  'limitation-proof',
  'back-cover',
] as const;
export type DocumentId = (typeof DOCUMENT_IDS)[number];

export interface DocumentEntry {
  readonly id: DocumentId;
  readonly zh: string;
  readonly en: string;
  /** Of the thirteen items of the file. */
  readonly item?: number;
  readonly basis: string;
}

const FORMS = '司法部2010年人民调解文书格式（据抄件）';
const PML = '人民调解法';
const INVITED = '最高人民法院关于人民法院特邀调解的规定（2016）';
const ONLINE = '人民法院在线调解规则（2022）';

type Row = readonly [id: DocumentId, zh: string, en: string, basis: string, item?: number];

/** In the order in which they lie in the file. */
const ROWS: readonly Row[] = [
  ['cover', '卷宗封面', 'Cover of the file', `${PML}第27条；${FORMS}`],
  ['index', '卷内目录', 'Contents of the file', `${PML}第27条；${FORMS}`],
  ['application', '人民调解申请书', 'Application for mediation', `${PML}第17条；${FORMS}`, 1],
  ['acceptance-register', '人民调解受理登记表', 'Register of acceptance', `${PML}第17条、第27条；${FORMS}`, 1],
  ['court-referral', '委派（委托）调解函', "The court's letter of referral", `${INVITED}第11条、第27条`],
  ['transfer-letter', '移送函', 'Letter of transfer', '本网络约定的格式；期限和依据按各地规定填写'],
  ['return-letter', '退回函', 'Letter of return', '本网络约定的格式；期限和依据按各地规定填写'],
  ['rights-notice', '人民调解权利义务告知书', 'Notice of rights and duties', `${PML}第23条、第24条；${FORMS}`, 2],
  ['identity-papers', '当事人身份证明', 'Identity papers', FORMS, 3],
  [
    'service-address',
    '送达地址确认书',
    'Confirmation of the address for service',
    `${ONLINE}第17条；民事诉讼法第90条；民诉法解释第136条`,
  ],
  ['authorisation', '授权委托书', 'Letter of authorisation', `${FORMS}；权限写法参照民事诉讼法第62条`, 4],
  ['investigation-record', '人民调解调查记录', 'Record of inquiry', `${PML}第27条；${FORMS}`, 5],
  ['evidence', '证据材料清单', 'List of evidence', FORMS, 6],
  ['appraisal-note', '鉴定期间说明', 'Note on the time of appraisal', `医疗纠纷预防和处理条例第38条；${ONLINE}第26条`],
  ['session-record', '人民调解记录', 'Record of mediation', `${PML}第27条；${FORMS}`, 7],
  ['undisputed-facts', '无争议事实记载表', 'Record of undisputed facts', `${ONLINE}第18条、第22条；${INVITED}第22条`],
  ['agreement', '人民调解协议书', 'Mediation agreement', `${PML}第28条、第29条；${FORMS}`, 8],
  ['oral-agreement', '人民调解口头协议登记表', 'Register of an oral agreement', `${PML}第28条、第30条；${FORMS}`, 8],
  ['termination-notice', '终止调解通知书', 'Notice of termination', `${PML}第26条`],
  [
    'court-report',
    '委派（委托）调解结果反馈函',
    'Report to the court',
    `${INVITED}第19条至第22条、第26条；${ONLINE}第18条`,
  ],
  ['performance-proof', '履行凭证', 'Proof of performance', `${PML}第31条；${FORMS}`, 9],
  [
    'performance-certificate',
    '人民调解协议履行情况证明',
    'Certificate of performance for the police',
    '治安管理处罚法（2025年修订，2026年1月1日起）第9条第4款',
  ],
  ['follow-up-record', '人民调解回访记录', 'Record of a follow-up visit', `${PML}第31条；${FORMS}`, 10],
  [
    'confirmation-papers',
    '司法确认申请书',
    'Application for judicial confirmation',
    `${PML}第33条；民事诉讼法第205条（2023年修正）；民诉法解释第353条、第354条`,
    11,
  ],
  ['file-note', '卷宗情况说明', 'Note on the file', FORMS, 12],
  ['closing-report', '人民调解结案报告表', 'Closing report', FORMS],
  [
    'limitation-proof',
    '提出调解请求证明（诉讼时效）',
    'Proof of the request, for limitation of action',
    '民法典第195条；最高人民法院诉讼时效规定第12条（两处条文未随库附载，使用前核对）',
  ],
  ['back-cover', '卷宗封底', 'Back cover of the file', FORMS, 13],
];

export const DOCUMENTS: readonly DocumentEntry[] = ROWS.map(([id, zh, en, basis, item]) => ({
  id,
  zh,
  en,
  basis,
  ...(item !== undefined && { item }),
}));

const ENTRIES: ReadonlyMap<DocumentId, DocumentEntry> = new Map(DOCUMENTS.map((each) => [each.id, each]));

export const documentZh = (id: DocumentId): string => ENTRIES.get(id)?.zh ?? id;
