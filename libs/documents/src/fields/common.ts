import { type DossierData } from '../dossier-data';
import { dayZh } from '../wording/day';
import { BLANK_NUMBER } from '../wording/dossier-number';
import { cell, names, orLine } from '../wording/text';
import { type Fields } from './field';
import { namesOf, partyList } from './parties';

/** Every template may use these, and none must. */
export const commonFields = (data: DossierData): Fields => ({
  机构: data.body.name,
  印章: cell(data.sealName) || data.body.name,
  纠纷名称: data.title,
  卷号: cell(data.number) || BLANK_NUMBER,
  纠纷类型: cell(data.disputeType),
  案件来源: cell(data.source),
  受理日期: dayZh(data.acceptedOn),
  日期: dayZh(data.madeOn),
  调解员: names(data.mediators.map(({ name }) => name)),
  记录人: cell(data.recorder),
  当事人姓名: orLine(namesOf(data), 12),
  申请人姓名: orLine(namesOf(data, 'applicant'), 6),
  被申请人姓名: orLine(namesOf(data, 'respondent'), 6),
  当事人: partyList(data),
});
