import { type DossierData } from '../dossier-data';
import { type DossierObligation } from '../dossier-mediation';
import { amountZh } from '../wording/amount';
import { dayZh } from '../wording/day';
import { BLANK_NUMBER } from '../wording/dossier-number';
import { cell, orBlank, orLine, paragraphs, story } from '../wording/text';
import { type Fields } from './field';
import { mediatorSignatures, partiesOf, partySignatures, signatureFields } from './parties';

type Duty = Pick<DossierObligation, 'act' | 'amountFen' | 'creditor'>;

/** 向李秀英支付人民币壹万元整（￥10,000.00）；拆除…… */
export const dutyZh = ({ act, amountFen, creditor }: Duty): string => {
  const to = cell(creditor) === '' ? '' : `向${cell(creditor)}`;
  const payment = amountFen === undefined ? '' : `${to}支付${amountZh(amountFen)}`;
  return [cell(act), payment].filter((each) => each !== '').join('；');
};

const obligations = (list: readonly DossierObligation[] | undefined): readonly Fields[] =>
  orBlank(list, {}, 2).map((each, index) => ({
    序号: String(index + 1),
    履行人: cell(each.debtor),
    履行内容: dutyZh(each),
    履行期限: dayZh(each.dueOn),
    履行方式: cell(each.manner),
  }));

export const agreementNumber = (data: DossierData): string =>
  cell(data.agreement?.number) || cell(data.number) || BLANK_NUMBER;

/** A register is a form, whose cells need no lines to write on. */
const contents = (data: DossierData, wording: (text: string | undefined, lines: number) => string): Fields => ({
  协议编号: agreementNumber(data),
  纠纷事实: wording(data.agreement?.facts ?? data.facts, 5),
  争议事项: wording(data.agreement?.issues ?? data.issues, 3),
  协议内容: wording(data.agreement?.terms, 6),
  履行义务: obligations(data.agreement?.obligations),
});

export const agreement = (data: DossierData): Fields => ({
  ...contents(data, paragraphs),
  份数: String(data.agreement?.copies ?? partiesOf(data).length + 1),
  签名: partySignatures(data, data.agreement?.signedBy),
  调解员签名: mediatorSignatures(data, data.agreement?.mediatorSignedOn),
  记录人签名: [signatureFields('记录人', cell(data.recorder), undefined)],
  盖章日期: dayZh(data.agreement?.sealedOn),
});

export const oralAgreement = (data: DossierData): Fields => ({
  ...contents(data, story),
  协议日期: dayZh(data.agreement?.reachedOn ?? data.agreement?.effectiveOn),
});

export const confirmationPapers = (data: DossierData): Fields => ({
  协议编号: agreementNumber(data),
  协议生效日: dayZh(data.agreement?.effectiveOn),
  协议内容: paragraphs(data.agreement?.terms, 5),
  确认法院: orLine(data.confirmation?.court, 12),
  确认依据:
    cell(data.confirmation?.basis) ||
    '《中华人民共和国人民调解法》第三十三条和《中华人民共和国民事诉讼法》关于确认调解协议案件的规定',
  确认申请日期: dayZh(data.confirmation?.filedOn),
  申请人签名: partySignatures(data, undefined).map((each) => ({ ...each, 身份: '申请人' })),
});
