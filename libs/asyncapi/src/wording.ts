import type { DisputeEventType } from '@mediation/dispute/domain';
import { PROCEDURE_WORDING } from './procedure.wording';
import { say, type Wording } from './say';

/** What a partner reads beside each event's schema. */
export const WORDING: Readonly<Record<DisputeEventType, Wording>> = {
  ...PROCEDURE_WORDING,
  DisputeRegistered: say(
    '登记 Registered',
    '纠纷已登记,有了首个责任机构 A dispute is on file and has its first responsible body',
  ),
  DisputeAssessed: say(
    '评定风险与难度 Assessed',
    '评定或改评了风险、难易、人数 Risk, difficulty or headcount was assessed anew',
  ),
  DisputeClassified: say(
    '细分类型 Classified',
    '归入或改归细类,两种报表的类型随之而定 A fine code was given or changed; the types of both returns follow from it',
  ),
  PartyConsented: say(
    '当事人同意 Party consented',
    '一方同意调解,或同意移交 A party agreed to mediation, or to a handoff',
  ),
  PartyRefused: say('当事人拒绝 Party refused', '一方明确拒绝 A party clearly refused'),
  DisputeTriaged: say('分流 Triaged', '中心定了走哪一调 The centre chose the channel'),
  DisputeAccepted: say(
    '受理 Accepted for mediation',
    '机构受理,一次调解程序开始 A body accepted it: a proceeding begins',
  ),
  DisputeNotAccepted: say(
    '不予受理 Not accepted',
    '机构不予受理,并告知途径 A body did not accept it and told the routes',
  ),
  MediatorAppointed: say('指定调解员 Mediator appointed', '指派或选定了调解员 A mediator was assigned or chosen'),
  MediatorRecused: say('调解员回避 Mediator recused', '调解员回避,不再办理 A mediator stepped aside'),
  InterestDisclosed: say('披露利害关系 Interest disclosed', '调解员披露了利害关系 A mediator disclosed an interest'),
  RightsNotified: say(
    '告知权利义务 Rights notified',
    '已向当事人告知权利义务 The parties were told of their rights and duties',
  ),
  SessionHeld: say('召开调解会 Session held', '开了一次调解会 A mediation session took place'),
  MediationSuspended: say('中止调解 Suspended', '程序中止,期限停算 The proceeding rests and its clock with it'),
  MediationResumed: say('恢复调解 Resumed', '程序恢复 The proceeding goes on'),
  MediationFailed: say('调解不成 Mediation failed', '调解不成,并告知途径 Mediation failed and the routes were told'),
  MediationTerminated: say('终止调解 Terminated', '程序因故终止 The proceeding ended for another reason'),
  RoutesTold: say('告知救济途径 Routes told', '告知了仲裁、行政、司法途径 People were told the other routes'),
  DisputeWithdrawn: say('撤回申请 Withdrawn', '申请人撤回 An applicant withdrew'),
  AgreementReached: say(
    '达成协议 Agreement reached',
    '达成协议及各项义务 An agreement with its obligations was reached',
  ),
  AgreementSuperseded: say('协议作废 Agreement superseded', '由新协议取代 A later agreement took its place'),
  AgreementSignedByParty: say('当事人签字 Party signed', '一方在协议上签字 A party signed the agreement'),
  AgreementSignedByMediator: say('调解员签字 Mediator signed', '调解员在协议上签字 The mediator signed the agreement'),
  AgreementSealed: say('调委会盖章 Sealed', '机构在协议上盖章 The body sealed the agreement'),
  AgreementTookEffect: say('协议生效 Took effect', '协议自该日起有约束力 The agreement binds from that day'),
  ObligationPerformed: say(
    '履行义务 Obligation performed',
    '一项义务履行了部分或全部 An obligation was performed, in part or whole',
  ),
  AgreementPerformed: say('履行完毕 Performed', '协议各项义务都已履行 Every obligation of the agreement was performed'),
  AgreementBreached: say('反悔 Breached', '未按协议履行 The agreement was not kept'),
  FollowUpVisited: say('回访 Followed up', '回访了当事人 The parties were visited afterwards'),
  DisputeClosed: say('结案 Closed', '案卷办结,有了结果 The file is closed with its outcome'),
  DisputeReopened: say(
    '重新办理 Reopened',
    '因反悔或再次申请重新办理 It is worked again after a breach or a new application',
  ),
  EscalationRiskRaised: say('发现激化苗头 Escalation risk', '报告了激化苗头 A risk that it escalates was reported'),
  EscalationAverted: say('化解激化苗头 Escalation averted', '激化已避免 The risk was averted'),
  EmergencyRaised: say('突发群体性事件 Emergency', '报告了突发群体性事件 A sudden mass incident was reported'),
  ResponseDispatched: say('出动处置 Response dispatched', '派出了处置力量 A response unit was sent'),
  ResponseArrived: say('到达现场 Response arrived', '处置力量到场 The unit is on the scene'),
  EmergencyConcluded: say('处置完毕 Emergency concluded', '突发事件处置完毕 The emergency is over'),
  HandoffOffered: say(
    '提出移交 Handoff offered',
    '提出移交;责任仍在发出机构 A handoff is offered; responsibility stays where it is',
  ),
  HandoffAcknowledged: say(
    '签收 Acknowledged',
    '接收机构已签收,尚未表态 The receiver has seen it and not yet answered',
  ),
  HandoffAccepted: say('接收 Handoff accepted', '接收机构接收 The receiver accepted it'),
  HandoffReturned: say('退回 Handoff returned', '接收机构退回 The receiver returned it'),
  HandoffWithdrawn: say('撤回移交 Handoff withdrawn', '移交撤回或被取代 The handoff was withdrawn or superseded'),
  HandoffLapsed: say('移交失效 Handoff lapsed', '到期无人答复 Nobody answered in time'),
  CustodyMoved: say('责任转移 Responsibility moved', '责任机构变更 Another body is responsible from now on'),
  DisputeSupervised: say('督办 Supervised', '列入督办;责任不变 It is under supervision; responsibility does not move'),
  DisputeTakenUpFormally: say(
    '正式立案受理 Taken up formally',
    '法院或行政机关正式受理 A court or an agency took it up formally',
  ),
  DisputeLinked: say('并案或关联 Linked', '人工认定与另一件的关系 A person said how it relates to another dispute'),
};
