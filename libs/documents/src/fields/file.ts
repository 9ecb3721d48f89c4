import { type DossierData, type DossierMaterial } from '../dossier-data';
import { contentRows } from '../contents';
import { dayZh, spanZh } from '../wording/day';
import { cell, choices, names, orLine, story } from '../wording/text';
import { type Fields } from './field';

const RETENTIONS = { permanent: '永久', long: '长期', short: '短期' } as const;

const filing = (data: DossierData): Fields => ({
  立卷人: cell(data.filedBy),
  立卷日期: dayZh(data.filedOn),
  卷宗页数: cell(data.pages),
});

export const cover = (data: DossierData): Fields => ({
  ...filing(data),
  调解日期: spanZh(data.acceptedOn, data.closedOn),
  保管选项: choices(RETENTIONS, data.retention),
});

export const index = (data: DossierData): Fields => ({
  目录: contentRows(data.materials).map((each) => ({
    序号: String(each.item),
    材料名称: each.name,
    材料页数: cell(each.pages),
    页次: each.span,
    备注: each.note,
  })),
});

/** What the rules still ask for; nothing known prints lines to write on. */
const missingZh = (materials: readonly DossierMaterial[] | undefined): string | undefined =>
  materials &&
  (materials
    .filter(({ missing }) => missing !== undefined && missing.length > 0)
    .map(({ item, name, missing }) => `第${item}项 ${name}：缺${names(missing)}`)
    .join('\n') ||
    '无');

export const fileNote = (data: DossierData): Fields => ({
  立卷人: cell(data.filedBy),
  立卷日期: dayZh(data.filedOn),
  检查人: cell(data.checkedBy),
  卷宗说明: story(data.fileNote),
  欠缺材料: story(missingZh(data.materials)),
});

export const backCover = (data: DossierData): Fields => ({
  卷宗页数: orLine(cell(data.pages), 4),
  立卷人: cell(data.filedBy),
  立卷日期: dayZh(data.filedOn),
  检查人: cell(data.checkedBy),
});

export const closingReport = (data: DossierData): Fields => ({
  结案日期: dayZh(data.closedOn),
  结案方式: cell(data.outcome),
  纠纷情况: story(data.facts),
  协议内容: story(data.agreement?.terms ?? data.failure?.reason),
  结案说明: story(data.closingNote),
  审核人: cell(data.checkedBy),
});
