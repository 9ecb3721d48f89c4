import { conflict, forbidden, invalid, type ProblemRow } from '@mediation/aggregate-api';
import type { MediationRefusal } from '@mediation/dispute/domain';
import { PML, RIGHTS_NOTICE } from './articles';

/** Of mediation itself and of handoffs. */
export const MEDIATION_PROBLEMS: Readonly<Record<MediationRefusal, ProblemRow>> = {
  'barred-by-rule': conflict('依现行规则不得进行此操作。', 'A rule in force forbids this.'),
  'dispute-unknown': {
    status: 404,
    zh: '没有这件纠纷，或本机构无权查看。',
    en: 'There is no such dispute, or your body may not see it.',
  },
  'dispute-exists': conflict('该编号的纠纷已存在。', 'A dispute with this id exists already.'),
  'dispute-closed': conflict('纠纷已结案；如需继续，请先重新受理。', 'The dispute is closed; reopen it first.'),
  'dispute-not-closed': conflict(
    '纠纷尚未结案，无需重新受理。',
    'The dispute is not closed; there is nothing to reopen.',
  ),
  'not-at-this-stage': conflict(
    '纠纷目前所处的阶段不能进行此操作，请查看案卷的 phase。',
    'The dispute is not at the stage for this; see the phase of its file.',
  ),
  'not-the-responsible-body': forbidden(
    '只有当前责任机构可以进行此操作。',
    'Only the body responsible now may do this.',
  ),
  'occurred-in-the-future': invalid(
    '/occurredAt',
    '发生时间晚于现在，请核对。',
    'The time lies in the future; check it.',
  ),
  'occurred-before-registration': invalid(
    '/occurredAt',
    '发生时间早于登记时间，请核对。',
    'The time lies before the registration; check it.',
  ),
  'applicant-missing': invalid('/parties', '至少要有一名申请人。', 'Name at least one applicant.'),
  'place-outside-area': invalid('/place', '发生地不在本区。', 'The place is outside the district.'),
  'category-of-another-type': invalid(
    '/category',
    '该细类不属于所填的纠纷类型。',
    'This fine code belongs to another type of dispute.',
  ),
  'party-unknown': invalid('/party', '没有这个当事人，请核对编号。', 'There is no such party; check the id.'),
  'party-refused': conflict(
    '当事人已明确拒绝调解，不得调解；除非本人改变意思并记录同意。',
    'A party has clearly refused; nobody may mediate unless that party consents again.',
    { article: PML(17) },
  ),
  'body-does-not-mediate': forbidden(
    '本机构不调解，请移交给调解组织。',
    'This body does not mediate; hand the dispute to one that does.',
  ),
  'triaged-to-another-channel': conflict(
    '已分流到其他调解渠道，请移交或重新分流。',
    'It was triaged to another channel; hand it over or triage again.',
  ),
  'proceeding-running': conflict(
    '同一时间只能有一个调解程序；请先结束正在进行的程序。',
    'One proceeding at a time; end the running one first.',
  ),
  'no-proceeding': conflict('尚未受理或程序已结束，请先受理。', 'No proceeding is running; accept the dispute first.'),
  'mediation-suspended': conflict('调解已中止，请先恢复。', 'Mediation is suspended; resume it first.'),
  'mediation-not-suspended': conflict('调解没有中止。', 'Mediation is not suspended.'),
  'mediator-unknown': invalid(
    '/mediator',
    '该调解员不在本程序中。',
    'This mediator does not take part in the proceeding.',
  ),
  'mediator-recused': invalid('/mediator', '该调解员已回避，请另选。', 'This mediator was recused; choose another.'),
  'no-mediator': conflict('请先指派或选定调解员。', 'Assign or choose a mediator first.', { article: PML(19) }),
  'rights-not-notified': conflict('请先向到场当事人告知权利义务。', 'Notify everyone present of their rights first.', {
    article: RIGHTS_NOTICE,
  }),
  'no-session-held': conflict('尚未进行调解，请先记录一次调解。', 'No session was held; record one first.'),
  'already-agreed': conflict(
    '协议已生效，不能再进行此操作。',
    'An agreement is in effect; this is no longer possible.',
  ),
  'agreement-unknown': { status: 404, zh: '没有这份协议。', en: 'There is no such agreement.' },
  'agreement-not-in-signing': conflict('该协议不在签署阶段。', 'This agreement is not being signed.'),
  'agreement-not-in-effect': conflict(
    '协议尚未生效或已不在履行中；书面协议须各方当事人签字、调解员签字并加盖印章后生效。',
    'The agreement is not in effect: a written one needs every party’s and the mediator’s signature and the seal.',
    { article: PML(29) },
  ),
  'agreement-is-oral': conflict(
    '口头协议自达成之日起生效，无需签署。',
    'An oral agreement takes effect the day it is reached; nothing is signed.',
    { article: PML(30) },
  ),
  'already-signed': conflict('已经签字或盖章。', 'It is signed or sealed already.'),
  'obligation-unknown': invalid(
    '/obligation',
    '没有这项义务，请核对编号。',
    'There is no such obligation; check the number.',
  ),
  'obligation-performed': conflict('该项义务已履行完毕。', 'This obligation is performed already.'),
  'amount-needed': invalid('/amountFen', '请填写履行金额（分）。', 'State the amount paid, in fen.'),
  'more-than-owed': invalid('/amountFen', '履行金额超过应付余额。', 'The amount is more than is still owed.'),
  'not-performed': conflict(
    '协议尚未履行完毕；请先记录履行或不履行。',
    'The agreement is not performed; record performance or a breach first.',
  ),
  'no-breach': conflict(
    '该协议未曾生效，不存在不履行。',
    'This agreement never took effect, so it cannot be breached.',
  ),
  'routes-not-told': conflict(
    '结案前须告知当事人仲裁、行政、司法等途径。',
    'Tell the parties of the other routes before closing.',
    { article: PML(26) },
  ),
  'handoff-unknown': {
    status: 404,
    zh: '没有这项待办移交，可能已被处理。',
    en: 'No such handoff is pending; it may have been settled.',
  },
  'handoff-pending': conflict(
    '已有一项移交等待对方答复；请先等待、撤回或由上级交办。',
    'A handoff is waiting for its answer; wait or withdraw it first.',
  ),
  'not-the-offered-body': forbidden('只有被移交的机构可以答复。', 'Only the body it was offered to may answer.'),
  'not-the-offering-body': forbidden('只有发出移交的机构可以撤回。', 'Only the body that offered it may withdraw it.'),
  'handoff-to-itself': invalid('/to', '不能移交给自己或当前责任机构。', 'It cannot be handed to the body that has it.'),
  'not-a-superior-body': invalid(
    '/to',
    '上报对象须为本地区的上一级机构。',
    'An escalation goes to a higher body of the same area.',
  ),
  'use-escalation': invalid(
    '/kind',
    '向上级调解组织或中心移交请使用“上报”。',
    'Handing up to a higher body is an escalation; use that kind.',
  ),
  'not-a-link-of-this-kind': invalid(
    '/kind',
    '对接类型与双方机构不符。',
    'The kind of link does not fit the two bodies.',
  ),
  'escalation-needs-consent': conflict(
    '上报将更换调解组织，须各方当事人同意。',
    'The escalation changes the mediating body; every party must consent.',
    { article: PML(17), field: '/consents' },
  ),
  'directive-only-from-government': forbidden(
    '交办只能由党委政府机构作出；调解组织之间没有隶属关系。',
    'Only a government body issues directives; committees have no hierarchy.',
  ),
  'directive-outside-area': forbidden(
    '交办只能在本机构辖区内进行。',
    'A directive stays within the issuer’s own area.',
  ),
  'directive-does-not-lapse': conflict('交办不因逾期失效。', 'A directive does not lapse.'),
  'not-yet-due': conflict('答复期限尚未届满。', 'The time to reply has not run out.'),
  'not-a-court-or-agency': invalid(
    '/body',
    '该机构不是法院或行政机关。',
    'That body is neither a court nor an agency.',
  ),
  'risk-not-raised': conflict('没有报告过这种苗头，请先报告。', 'This risk was not raised; raise it first.'),
  'police-report-needed': invalid(
    '/reportedTo',
    '有可能引起治安、刑事案件的，应当及时报告公安机关；请填写已报告的公安机构。',
    'What may become a public-order or criminal case is reported to the police; name the police body told.',
    { article: PML(25) },
  ),
  'emergency-running': conflict('已有处置中的突发事件。', 'An emergency is running already.'),
  'no-emergency': conflict('没有处置中的突发事件。', 'No emergency is running.'),
  'not-a-response-unit': invalid('/unit', '只能出动处置大队或中队。', 'Only the brigade or a squad can be sent.'),
  'unit-not-dispatched': forbidden('本单位没有被派出或尚未到达。', 'Your unit was not sent or is not there yet.'),
  'not-an-overseeing-body': forbidden(
    '只有对该机构有监督职责的中心可以进行此操作。',
    'Only a centre that oversees the responsible body may do this.',
  ),
};
