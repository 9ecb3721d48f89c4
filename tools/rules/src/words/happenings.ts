import type { Words } from './words';

/** What starts and ends clocks. */
export const OCCURRENCE_WORDS: Words = {
  'first-requested': '首次提出请求 first requested',
  'application-received': '收到调解申请 application received',
  accepted: '受理 accepted for mediation',
  'mediator-appointed': '确定调解员 mediator appointed',
  'papers-signed-for': '调解员签收材料 papers signed for',
  'mediation-ended': '调解终结 mediation ended',
  'agreement-effective': '协议生效 agreement in effect',
  'agreement-performed': '协议履行完毕 agreement performed',
  'handoff-offered': '提出移交 handoff offered',
  'handoff-settled': '移交已答复 handoff answered',
  'entrusted-by-court': '法院委派或者委托 entrusted by the court',
  'returned-to-court': '退回法院 returned to the court',
  'confirmation-filed': '申请司法确认 confirmation filed',
  'confirmation-accepted': '法院受理确认申请 confirmation accepted',
  'confirmation-decided': '法院作出确认裁定 confirmation decided',
  'confirmation-served': '确认裁定送达 confirmation served',
  'confirmation-objected': '对确认裁定提出异议 confirmation objected to',
  'police-case-accepted': '治安案件受理 police case accepted',
  'police-case-decided': '治安案件办结 police case decided',
  'traffic-liability-served': '收到事故认定书 liability finding served',
  'traffic-mediation-may-start': '交警调解起算日 day from which traffic police mediate',
  'traffic-mediation-applied': '申请交警调解 traffic mediation applied for',
  'traffic-mediation-concluded': '交警调解结束 traffic mediation concluded',
  'petition-received': '收到信访事项 petition received',
  'petition-routed': '信访事项转送交办 petition routed',
  'petition-objected': '对转送提出异议 routing objected to',
  'petition-accepted': '受理信访事项 petition accepted',
  'petition-concluded': '信访事项办结 petition concluded',
  'health-applied': '向卫生主管部门申请调解 applied to the health authority',
  'health-accepted': '卫生主管部门受理 accepted by the health authority',
  'health-concluded': '卫生主管部门调解结束 health authority concluded',
  'aid-applied': '申请法律援助 legal aid applied for',
  'aid-decided': '法律援助决定 legal aid decided',
  'aid-assigned': '指派法律援助人员 legal aid assigned',
  'transfer-received': '收到不属职责的纠纷 received what is another’s to handle',
  'transfer-passed-on': '移送 passed on',
  'transfer-answered': '答复是否受理 answered',
  'harm-known': '知道权利被侵害 harm known',
  'arbitration-applied': '申请仲裁 arbitration applied for',
  paused: '停算 paused',
  resumed: '续算 resumed',
  extended: '延长 extended',
  expired: '届满 expired',
};

export const EXPIRY_WORDS: Words = {
  SOFT_ALERT: '提醒，程序照常 reminder; nothing ends',
  DEEMED_FAILED: '视为调解不成 deemed failed',
  RELEASES_RIGHT: '可以另行申请仲裁 releases the right to arbitrate',
  RETURNS_TO_COURT: '退回法院 returns to the court',
  REASSIGN: '可以另行指定 may be given to another',
  RIGHT_LOST: '逾期不得再申请 the right is lost',
  OVERDUE_DUTY: '逾期未办，责任在经办机关 duty overdue',
};

export const PAUSE_WORDS: Words = { appraisal: '鉴定 appraisal', hearing: '听证 hearing' };

export const UNIT_WORDS: Words = {
  day: '日 days',
  'working-day': '个工作日 working days',
  month: '个月 months',
  hour: '小时 hours',
  minute: '分钟 minutes',
};

export const EXTENDER_WORDS: Words = {
  parties: '当事人约定 by the parties',
  authority: '经办机关批准 by the authority',
  either: '当事人或者经办机关 by either',
};

/** What a gate forbids. */
export const ACT_WORDS: Words = {
  'entrust-by-court': '法院委派、委托调解 entrust by the court',
  accept: '受理 accept',
  'appoint-mediator': '确定调解员 appoint the mediator',
  'hold-session': '召开调解会 hold a session',
  'agree-orally': '达成口头协议 agree orally',
  'offer-confirmation': '告知可以司法确认 offer confirmation',
  'file-confirmation': '申请司法确认 file for confirmation',
  'apply-for-no-penalty': '申请不予处罚 apply for no penalty',
  'decide-no-penalty': '决定不予处罚 decide no penalty',
  'apply-for-payment-order': '申请支付令 apply for a payment order',
  'apply-for-enforcement': '申请强制执行 apply for enforcement',
  'link-with-petition-office': '访调对接 link with the petition office',
  'link-with-procuratorate': '检调对接 link with the procuratorate',
  'link-with-legal-aid': '援调对接 link with legal aid',
  'take-up-formally': '正式受理（法院、行政机关） take up formally',
  'grant-legal-aid': '给予法律援助 grant legal aid',
  'refer-to-arbitration': '告知仲裁 refer to arbitration',
  'record-undisputed-facts': '记载无争议事实 record undisputed facts',
  'show-identity': '显示身份 show identity',
  'extend-time-limit': '延长期限 extend a time limit',
  close: '结案 close',
  archive: '归档 archive',
};
