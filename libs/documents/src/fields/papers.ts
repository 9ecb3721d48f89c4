import { cell, orBlank } from '../wording/text';
import { type Fields } from './field';

export const paperList = (papers: readonly string[] | undefined): readonly Fields[] =>
  orBlank(papers, '', 3).map((each, index) => ({ 序号: String(index + 1), 材料名称: cell(each) }));
