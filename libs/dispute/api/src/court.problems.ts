import { conflict, invalid, type ProblemRow } from '@mediation/aggregate-api';
import type { CourtRefusal } from '@mediation/dispute/domain';

const INVITED = (article: number) => `《最高人民法院关于人民法院特邀调解的规定（2016）》第${article}条`;
const CODE = '《民事诉讼法》';
const INTERPRETATION = (article: number) => `《民事诉讼法解释（2022）》第${article}条`;

/** Of courts: referral, judicial confirmation. */
export const COURT_PROBLEMS: Readonly<Record<CourtRefusal, ProblemRow>> = {
  'not-a-court': invalid(
    '/court',
    '须由本辖区的人民法院（或其庭前调解室）进行，请核对法院代码。',
    'This is for a court of the area, or a room of it; check the court’s code.',
  ),
  'no-court-referral': conflict(
    '没有法院正在委派或委托的调解。',
    'No court’s referral is open; there is nothing to sign for or to return.',
    { article: INVITED(26) },
  ),
  'papers-already-signed-for': conflict(
    '本次调解已签收法院移交的材料，期限已起算。',
    'The papers of this proceeding are signed for; its time is running.',
    { article: INVITED(27) },
  ),
  'undisputed-facts-unknown': {
    status: 404,
    zh: '没有这份无争议事实记载，请核对编号。',
    en: 'There is no such record of undisputed facts; check its number.',
  },
  'mediation-not-ended': conflict(
    '调解尚未结束；请先记录调解不成、终止或协议生效。',
    'The mediation has not ended; record its failure, its end or the agreement first.',
    { article: INVITED(26) },
  ),
  'result-does-not-fit': invalid(
    '/result',
    '结果与纠纷现状不符：达成协议的为 settled 或 suit-withdrawn，未达成的为 failed 或 terminated。',
    'The result does not fit: settled or suit-withdrawn with an agreement, failed or terminated without.',
  ),
  'not-a-court-or-police': invalid(
    '/reportedTo',
    '虚假调解应报告人民法院或公安机关，请填写其代码。',
    'A suspected sham is reported to a court or the police; name that body.',
    { article: INVITED(18) },
  ),
  'confirmation-not-offered': conflict(
    '请先引导申请司法确认，以核对能否确认和由哪个法院管辖。',
    'Offer confirmation first: that checks whether a court would take it, and which.',
    { article: INTERPRETATION(355) },
  ),
  'not-the-offered-court': invalid(
    '/court',
    '与引导时确定的法院不同；要改法院请重新引导。',
    'This is not the court that was offered; to change it, offer anew.',
    { article: `${CODE}第205条` },
  ),
  'confirmation-not-filed': conflict('当事人尚未申请司法确认。', 'Nobody has applied for confirmation yet.'),
  'confirmation-under-way': conflict('该司法确认申请正在法院办理。', 'This application is before the court already.'),
  'confirmation-decided': conflict(
    '法院已就该协议作出裁定。',
    'The court has decided on this agreement’s confirmation.',
  ),
  'remedy-not-open': conflict(
    '尚无不履行，也未被驳回或不予受理；请先记录不履行，或继续履行。',
    'It is neither broken nor left unconfirmed; record a breach first, or go on with its performance.',
    { article: '《人民调解法》第32条、第33条' },
  ),
};
