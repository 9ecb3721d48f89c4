import { type DossierData } from '../dossier-data';
import { type Performance } from '../dossier-mediation';
import { amountZh } from '../wording/amount';
import { dayZh } from '../wording/day';
import { box, cell, choices, names, orBlank, orLine, story } from '../wording/text';
import { agreementNumber, dutyZh } from './agreement';
import { type Fields } from './field';

const performed = (list: readonly Performance[] | undefined, blanks: number): readonly Fields[] =>
  orBlank(list, {}, blanks).map((each, index) => ({
    序号: String(index + 1),
    履行日期: dayZh(each.on),
    履行人: cell(each.debtor),
    履行内容: dutyZh(each),
    履行方式: cell(each.manner),
    接收人: cell(each.receivedBy),
  }));

const paid = (list: readonly Performance[] | undefined): string => {
  const amounts = (list ?? []).flatMap(({ amountFen }) => (amountFen === undefined ? [] : [amountFen]));
  return amounts.length === 0 ? '' : amountZh(amounts.reduce((sum, each) => sum + each, 0));
};

const STATES = { full: '已全部履行', part: '部分履行', none: '尚未履行' } as const;

export const performanceProof = (data: DossierData): Fields => ({
  协议编号: agreementNumber(data),
  履行: performed(data.performance, 4),
  已付合计: paid(data.performance),
  履行选项: choices(STATES, data.performanceState),
});

const FORMS = { written: '书面', oral: '口头' } as const;

export const performanceCertificate = (data: DossierData): Fields => {
  const form = data.agreement?.form;
  return {
    协议编号: agreementNumber(data),
    协议形式: orLine(form && FORMS[form], 2),
    协议生效日: dayZh(data.agreement?.effectiveOn),
    公安机关: orLine(data.police?.station, 12),
    公安案号: orLine(data.police?.caseNumber, 10),
    履行: performed(data.performance, 2),
    履行选项: choices(STATES, data.performanceState),
    履行完毕日: dayZh(data.police?.performedOn),
    证明依据: cell(data.police?.basis) || '《中华人民共和国治安管理处罚法》第九条第四款',
    证明日期: dayZh(data.police?.certifiedOn),
  };
};

const SATISFACTION = { satisfied: '满意', fair: '基本满意', dissatisfied: '不满意' } as const;

export const followUpRecord = (data: DossierData): Fields => ({
  协议编号: agreementNumber(data),
  回访: orBlank(data.followUps, {}).map((each, index) => ({
    次序: String(index + 1),
    回访日期: dayZh(each.on),
    回访人: cell(each.visitor),
    回访对象: names(each.visited),
    回访方式: cell(each.manner),
    履行情况: cell(each.performance),
    满意选项: choices(SATISFACTION, each.satisfaction),
    诉讼情况: cell(each.suit),
    激化选项: `${box(each.escalationSigns === true)}有　${box(each.escalationSigns === false)}无`,
    采取措施: cell(each.measures),
    回访记录: story(each.record),
  })),
});
