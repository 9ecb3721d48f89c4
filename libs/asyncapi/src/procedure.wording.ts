import type { ProcedureEventType } from '@mediation/dispute/domain';
import { say, type Wording } from './say';

export const PROCEDURE_WORDING: Readonly<Record<ProcedureEventType, Wording>> = {
  MattersNoted: say(
    '认定所涉事项 Matters noted',
    '认定了决定适用规则的法律事项 What the law says it is about was noted',
  ),
  MilestoneReached: say(
    '外部节点 Milestone reached',
    '调解之外的一个法定节点到来 A step outside mediation that the law counts from was reached',
  ),
  TimeLimitExtended: say(
    '延长期限 Time limit extended',
    '依规则延长了期限 A time limit was extended as its rule allows',
  ),
  TimeLimitExpired: say(
    '期限届满 Time limit expired',
    '期限届满,后果见 effect A time limit ran out; what that means is its effect',
  ),
  CourtReferralMade: say(
    '法院委派或委托 Court referral made',
    '法院委派(立案前)或委托(立案后)调解 A court referred it, before or after filing',
  ),
  PapersSignedFor: say(
    '签收案卷 Papers signed for',
    '调解员签收法院移交的材料 The mediator signed for the court’s papers',
  ),
  UndisputedFactsRecorded: say(
    '记载无争议事实 Undisputed facts recorded',
    '书面记载了双方无争议的事实 What the parties do not dispute was written down',
  ),
  UndisputedFactsConfirmed: say(
    '确认无争议事实 Undisputed facts confirmed',
    '一方签字确认无争议事实 A party signed the record of undisputed facts',
  ),
  ServiceAddressConfirmed: say(
    '确认送达地址 Service address confirmed',
    '一方签署送达地址确认书 A party confirmed where papers are served',
  ),
  DisputeReturnedToCourt: say(
    '退回法院 Returned to court',
    '连同约定的材料退回法院 It went back to the court with the papers that may go back',
  ),
  ShamMediationReported: say(
    '报告虚假调解 Sham mediation reported',
    '发现可能虚假调解,已中止并报告 Suspected sham mediation was reported and suspended',
  ),
  ConfirmationOffered: say(
    '可申请司法确认 Confirmation offered',
    '已核对条件,告知可申请司法确认 Judicial confirmation was found open and offered',
  ),
  ConfirmationFiled: say(
    '申请司法确认 Confirmation filed',
    '各方共同申请司法确认 The parties filed for confirmation jointly',
  ),
  ConfirmationAccepted: say(
    '法院受理确认申请 Confirmation accepted',
    '法院受理司法确认申请 The court accepted the filing',
  ),
  ConfirmationDecided: say(
    '法院裁定 Confirmation decided',
    '法院裁定确认、驳回或不予受理 The court confirmed, dismissed or refused it',
  ),
  RemedyPursued: say(
    '寻求其他途径 Remedy pursued',
    '一方申请执行、支付令或起诉等 A party went for enforcement, a payment order, suit or the like',
  ),
  PoliceCaseAccepted: say(
    '公安受案 Police case accepted',
    '公安机关受理治安案件 The police took up a public-order case',
  ),
  NoPenaltyAppliedFor: say(
    '申请不予处罚 No penalty applied for',
    '协议达成并履行后书面申请不予处罚 After agreement and performance no penalty was applied for in writing',
  ),
  PoliceCaseDecided: say('公安决定 Police case decided', '公安机关作出决定 The police decided'),
  PerformanceCertified: say(
    '出具履行证明 Performance certified',
    '调委会出具协议履行情况证明 The committee certified that the agreement was performed',
  ),
  SessionRecordedInFull: say(
    '全程同步录音录像 Session recorded in full',
    '调解在规范场所全程录音录像 The session was held in a compliant room and recorded throughout',
  ),
  PoliceReportMade: say(
    '报告公安机关 Reported to the police',
    '依法向公安机关报告 A duty to report to the police was done',
  ),
  LegalAidApplied: say('申请法律援助 Legal aid applied for', '一方申请法律援助 A party applied for legal aid'),
  LegalAidDecided: say(
    '法律援助决定 Legal aid decided',
    '决定给予、先行提供或不予法律援助 Legal aid was granted, given provisionally or refused',
  ),
  LegalAidAssigned: say('指派法律援助 Legal aid assigned', '已指派承办人 Someone was assigned to it'),
  LegalAidEnded: say('法律援助结束 Legal aid ended', '法律援助办结或终止 Legal aid was completed or terminated'),
  LimitationProofIssued: say(
    '出具时效中断证明 Limitation proof issued',
    '出具当事人提出请求的证明 Proof of the day a claim was put was issued',
  ),
  DossierOpened: say('立卷 Dossier opened', '案卷取得卷号 The file was given its number'),
  MaterialFiled: say('材料入卷 Material filed', '一份材料归入案卷 A paper was put into the file'),
  MaterialSigned: say('材料签署 Material signed', '一方在材料上签字 A party signed a paper of the file'),
  DisputeArchived: say('归档 Archived', '案卷齐全,归档 The file is complete and was archived'),
};
