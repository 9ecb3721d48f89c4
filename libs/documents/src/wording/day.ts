import { type PlainDate } from '@mediation/kernel';

export const BLANK_DAY = '　　　年　　月　　日';

/** 2026年9月25日; room for a day written by hand when it is not known. */
export const dayZh = (day: PlainDate | undefined): string => {
  if (day === undefined) return BLANK_DAY;
  const [, year, month, date] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day) ?? [];
  if (year === undefined) throw new RangeError('日期须为 YYYY-MM-DD · a day is YYYY-MM-DD');
  return `${year}年${Number(month)}月${Number(date)}日`;
};

export const spanZh = (from: PlainDate | undefined, to: PlainDate | undefined): string =>
  from !== undefined && from === to ? dayZh(from) : `${dayZh(from)}至${dayZh(to)}`;
