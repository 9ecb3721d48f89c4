import { type DossierMaterial } from './dossier-data';

/** The thirteen items, as the 2010 forms name them. */
export const ITEMS_ZH: readonly string[] = [
  '人民调解申请书或者受理登记表',
  '人民调解权利义务告知书',
  '当事人身份证明',
  '授权委托书',
  '人民调解调查记录',
  '证据材料',
  '人民调解记录',
  '人民调解协议书或者口头协议登记表',
  '履行凭证',
  '人民调解回访记录',
  '司法确认有关材料',
  '卷宗情况说明',
  '封底',
];

export interface ContentRow {
  readonly item: number;
  readonly name: string;
  readonly pages?: number | undefined;
  /** 1-2, empty while the pages of anything before it are not counted. */
  readonly span: string;
  readonly note: string;
}

const noteOf = ({ present, missing = [], enclosed = [] }: DossierMaterial): string => {
  const notes = [
    present || missing.length > 0 ? '' : '无',
    missing.length > 0 ? `缺：${missing.join('、')}` : '',
    enclosed.length > 0 ? `附：${enclosed.join('、')}` : '',
  ];
  return notes.filter((each) => each !== '').join('；');
};

const spanOf = (from: number, pages: number): string => (pages === 1 ? String(from) : `${from}-${from + pages - 1}`);

const BLANK: readonly DossierMaterial[] = ITEMS_ZH.map((name, index) => ({ item: index + 1, name, present: true }));

/** The rows of the table of contents; pages run on from one material to the next. */
export const contentRows = (materials: readonly DossierMaterial[] = BLANK): readonly ContentRow[] => {
  let next: number | undefined = 1;
  return materials.map((each) => {
    const { item, name, pages } = each;
    const isFiled = each.present && pages !== undefined && pages > 0;
    const span = next !== undefined && isFiled ? spanOf(next, pages) : '';
    next = next === undefined || !each.present ? next : pages === undefined ? undefined : next + pages;
    return { item, name, ...(each.present && { pages }), span, note: noteOf(each) };
  });
};
