/** The closed lists of the field (glossary: domain.md §5). Code names in English; the Chinese terms live with the interfaces. */

/** 人民调解 · 行政调解 · 司法调解. */
export const CHANNELS = ['peoples', 'administrative', 'judicial'] as const;
export type Channel = (typeof CHANNELS)[number];

/** The justice administration's types (司法行政 monthly return, domain.md §3 A). */
export const DISPUTE_TYPES = [
  'marriage-family',
  'neighbourhood',
  'housing-homestead',
  'contract',
  'production-business',
  'compensation',
  'land-forest',
  'expropriation-demolition',
  'environment',
  'labour',
  'consumer',
  'medical',
  'traffic-accident',
  'property-management',
  'village-affairs',
  'other',
] as const;
export type DisputeType = (typeof DISPUTE_TYPES)[number];

/** 来源: how the network learned of it. */
export const SOURCES = [
  'application',
  'proactive',
  'screening',
  'grid',
  'hotline-12345',
  'hotline-12348',
  'hotline-110',
  'petition',
  'court',
  'police',
  'procuratorate',
  'agency',
  'legal-aid',
  'hospital',
  'union',
  'womens-federation',
  'online',
] as const;
export type Source = (typeof SOURCES)[number];

export const PARTY_KINDS = ['natural-person', 'legal-person', 'unincorporated', 'agency', 'group'] as const;
export type PartyKind = (typeof PARTY_KINDS)[number];
export const PARTY_ROLES = ['applicant', 'respondent'] as const;
export type PartyRole = (typeof PARTY_ROLES)[number];

/** Three separate axes: how dangerous, how hard, how many people (headcount is a number). */
export const RISK_GRADES = ['red', 'orange', 'yellow', 'blue'] as const;
export type RiskGrade = (typeof RISK_GRADES)[number];
/** 简易 · 一般 · 疑难复杂 · 重大. */
export const DIFFICULTY_CLASSES = ['simple', 'general', 'complex', 'major'] as const;
export type DifficultyClass = (typeof DIFFICULTY_CLASSES)[number];

/** 民转刑 · 上访 · 越级或群体上访. */
export const ESCALATION_RISKS = ['civil-to-criminal', 'petition', 'mass-petition'] as const;
export type EscalationRisk = (typeof ESCALATION_RISKS)[number];

/** 上报 · 交办 · 移交 · 诉调对接 · 警调对接 · 访调对接 · 检调对接 · 援调对接. */
export const HANDOFF_KINDS = [
  'escalation',
  'directive',
  'transfer',
  'court-link',
  'police-link',
  'petition-link',
  'procuratorate-link',
  'legal-aid-link',
] as const;
export type HandoffKind = (typeof HANDOFF_KINDS)[number];

/** The routes that people must be told of when mediation fails: 仲裁 · 行政 · 司法 (人民调解法 art. 26). */
export const ROUTES = ['arbitration', 'administrative', 'litigation'] as const;
export type Route = (typeof ROUTES)[number];

export const RETURN_REASONS = [
  'not-competent',
  'wrong-area',
  'incomplete-papers',
  'party-refuses',
  'already-handled',
  'no-capacity',
] as const;
export type ReturnReason = (typeof RETURN_REASONS)[number];

export const HANDOFF_REASONS = [
  'mediation-failed',
  'beyond-capacity',
  'outside-competence',
  'crime-risk',
  'party-request',
  'pre-trial',
  'report-back',
] as const;
export type HandoffReason = (typeof HANDOFF_REASONS)[number];

/** 不予受理 (75号令 art. 22, domain.md §2.1). */
export const NON_ACCEPTANCE_REASONS = [
  'reserved-to-special-organ',
  'mediation-forbidden',
  'accepted-elsewhere',
  'party-refuses',
] as const;
export type NonAcceptanceReason = (typeof NON_ACCEPTANCE_REASONS)[number];

export const FAILURE_REASONS = ['no-agreement', 'refused-to-sign', 'time-limit', 'absent'] as const;
export type FailureReason = (typeof FAILURE_REASONS)[number];

/** Why a proceeding ended without a result of its own. */
export const TERMINATION_REASONS = [
  'uncontactable',
  'settled-by-themselves',
  'outside-scope',
  'suspected-sham',
] as const;
export type TerminationReason =
  (typeof TERMINATION_REASONS)[number] | 'party-refused' | 'withdrawn' | 'handed-off' | 'accepted-elsewhere';

export const SUSPENSION_REASONS = [
  'appraisal',
  'party-unavailable',
  'suspected-sham',
  'related-case',
  'emergency',
] as const;
export type SuspensionReason = (typeof SUSPENSION_REASONS)[number];

export const RECUSAL_GROUNDS = ['party-or-kin', 'interest', 'other-relation', 'party-objects'] as const;
export type RecusalGround = (typeof RECUSAL_GROUNDS)[number];

export const SUPERVISION_REASONS = ['overdue', 'bounced', 'risk-rising', 'repeat-visit', 'major'] as const;
export type SupervisionReason = (typeof SUPERVISION_REASONS)[number];

/** 并案(同一纠纷重复登记) · 关联 · 经核实并非同一纠纷. */
export const LINK_RELATIONS = ['duplicate', 'related', 'distinct'] as const;
export type LinkRelation = (typeof LINK_RELATIONS)[number];

export const SATISFACTION = ['satisfied', 'fair', 'dissatisfied'] as const;
export type Satisfaction = (typeof SATISFACTION)[number];

/** 委派调解 (before filing) · 委托调解 (after filing). */
export const COURT_MODES = ['prefiling', 'postfiling'] as const;
export type CourtMode = (typeof COURT_MODES)[number];
/** 普通程序 · 简易程序. */
export const COURT_PROCEDURES = ['ordinary', 'summary'] as const;
export type CourtProcedure = (typeof COURT_PROCEDURES)[number];

/** How an entrusted dispute goes back: 调解不成 · 期限届满 · 达成协议 · 撤回起诉 · 当事人撤回. */
export const COURT_RESULTS = ['failed', 'expired', 'settled', 'suit-withdrawn', 'terminated'] as const;
export type CourtResult = (typeof COURT_RESULTS)[number];

/** 确认 · 驳回 · 不予受理. */
export const CONFIRMATION_DECISIONS = ['confirmed', 'dismissed', 'refused'] as const;
export type ConfirmationDecision = (typeof CONFIRMATION_DECISIONS)[number];

/** Why a court may confirm: 邀请调解的法院 · 调解组织所在地 · 标的物所在地 · 当事人住所地 (民事诉讼法 art. 205). */
export const JURISDICTION_BASES = ['inviting-court', 'mediation-body', 'subject-matter', 'domicile'] as const;
export type JurisdictionBasis = (typeof JURISDICTION_BASES)[number];

/** 强制执行 · 支付令 · 公证债权文书执行 · 起诉 · 重新调解. */
export const REMEDIES = [
  'enforcement',
  'payment-order',
  'notarised-enforcement',
  'litigation',
  're-mediation',
] as const;
export type Remedy = (typeof REMEDIES)[number];

/** 不予处罚 · 处罚 · 终止调查 · 告知起诉. */
export const POLICE_DECISIONS = ['no-penalty', 'penalty', 'closed', 'told-to-sue'] as const;
export type PoliceDecision = (typeof POLICE_DECISIONS)[number];

/** What happens outside mediation and starts or ends a clock of the law; the words are the rule packs'. */
export const MILESTONES = [
  'first-requested',
  'application-received',
  'traffic-liability-served',
  'traffic-mediation-may-start',
  'traffic-mediation-applied',
  'traffic-mediation-concluded',
  'petition-received',
  'petition-routed',
  'petition-objected',
  'petition-accepted',
  'petition-concluded',
  'petition-review-requested',
  'petition-reviewed',
  'petition-final-review-requested',
  'petition-final-reviewed',
  'health-applied',
  'health-accepted',
  'health-concluded',
  'aid-objected',
  'aid-objection-decided',
  'transfer-received',
  'transfer-passed-on',
  'transfer-answered',
] as const;
export type Milestone = (typeof MILESTONES)[number];

/** 先行提供 is `provisional`. */
export const AID_DECISIONS = ['granted', 'provisional', 'refused'] as const;
export type AidDecision = (typeof AID_DECISIONS)[number];

/** 可能引起治安、刑事案件 (人民调解法 25) · 无、限制民事行为能力人遭受家庭暴力 (反家暴法 14). */
export const REPORT_DUTIES = ['crime-risk', 'domestic-violence'] as const;
export type ReportDuty = (typeof REPORT_DUTIES)[number];

/** 永久 · 长期 · 短期. */
export const RETENTIONS = ['permanent', 'long', 'short'] as const;
export type Retention = (typeof RETENTIONS)[number];

/** How a dispute left mediation, as the closing note says it. */
export const OUTCOMES = [
  'settled',
  'settled-in-part',
  'breached',
  'failed',
  'refused',
  'withdrawn',
  'not-accepted',
  ...TERMINATION_REASONS,
  'accepted-elsewhere',
] as const;
export type Outcome = (typeof OUTCOMES)[number];
