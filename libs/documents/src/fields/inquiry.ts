import { type DossierData } from '../dossier-data';
import { type EvidenceItem } from '../dossier-mediation';
import { type DossierPerson } from '../dossier-people';
import { dayZh } from '../wording/day';
import { cell, names, orBlank, orLine, story } from '../wording/text';
import { type Fields } from './field';

const about = (who: DossierPerson | undefined): string =>
  [who?.gender, who?.identityNumber, who?.phone, who?.address]
    .map((each) => cell(each))
    .filter((each) => each !== '')
    .join('，');

export const investigationRecord = (data: DossierData): Fields => ({
  调查: orBlank(data.investigations, {}).map((each, index) => ({
    次序: String(index + 1),
    调查日期: dayZh(each.on),
    调查地点: cell(each.place),
    调查人: names(each.investigators),
    调查记录人: cell(each.recorder),
    被调查人: cell(each.person?.name),
    被调查人情况: about(each.person),
    在场人: names(each.others),
    调查事由: cell(each.about),
    调查记录: story(each.record),
  })),
});

const BLANK_EVIDENCE: EvidenceItem = { name: '' };

export const evidence = (data: DossierData): Fields => ({
  证据: orBlank(data.evidence, BLANK_EVIDENCE, 8).map((each, index) => ({
    序号: String(index + 1),
    证据名称: cell(each.name),
    证据形式: cell(each.form),
    证据页数: cell(each.pages),
    提交人: cell(each.from),
    证明事项: cell(each.proves),
    收到日期: each.receivedOn === undefined ? '' : dayZh(each.receivedOn),
  })),
});

export const appraisalNote = (data: DossierData): Fields => ({
  鉴定: orBlank(data.appraisals, {}).map((each) => ({
    鉴定事项: cell(each.about),
    鉴定机构: cell(each.by),
    停止日期: dayZh(each.stoppedOn),
    恢复日期: dayZh(each.resumedOn),
    不计入天数: orLine(each.days === undefined ? undefined : String(each.days), 3),
    原届满日: dayZh(each.dueBefore),
    顺延届满日: dayZh(each.dueAfter),
    鉴定依据: orLine(each.basis, 16),
  })),
});
