import { language } from './locale';

const ZONE = 'Asia/Shanghai';
const DAY_MS = 86_400_000;
/** The date an instant has in Shanghai. */
export const dayOf = (instant: string): string =>
  new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(0, 10);

/** Today in Shanghai, as `2025-07-05`. */
export const today = (): string => dayOf(new Date().toISOString());

const options = (withYear: boolean): Intl.DateTimeFormatOptions => ({
  timeZone: ZONE,
  ...(withYear && { year: 'numeric' }),
  month: language() === 'zh' ? 'long' : 'short',
  day: 'numeric',
  weekday: 'short',
});

/** 7月5日 周六; with the year when it is not this one. A date, or an instant by the day it has in Shanghai. */
export const day = (dateOrInstant: string | null | undefined): string => {
  if (dateOrInstant === null || dateOrInstant === undefined) return '—';
  const date = dateOrInstant.length === 10 ? dateOrInstant : dayOf(dateOrInstant);
  const noon = new Date(`${date}T04:00:00Z`);
  const withYear = date.slice(0, 4) !== today().slice(0, 4);
  if (language() === 'en') return noon.toLocaleDateString('en-GB', options(withYear));
  const weekday = noon.toLocaleDateString('zh-CN', { timeZone: ZONE, weekday: 'short' });
  const [year, month, dayOfMonth] = date.split('-').map(Number);
  return `${withYear ? `${year}年` : ''}${month}月${dayOfMonth}日 ${weekday}`;
};

/** 7月5日 周六 14:30 */
export const moment = (instant: string | null | undefined): string => {
  if (instant === null || instant === undefined) return '—';
  const time = new Date(instant).toLocaleTimeString('en-GB', { timeZone: ZONE, hour: '2-digit', minute: '2-digit' });
  return `${day(instant)} ${time}`;
};

/** 45 分钟, 3 小时 20 分钟, 12 天: as exact as it matters. */
export const duration = (minutes: number): string => {
  const zh = language() === 'zh';
  if (minutes >= 2 * 1440) return `${Math.floor(minutes / 1440)} ${zh ? '天' : 'days'}`;
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  const tail = `${rest} ${zh ? '分钟' : 'min'}`;
  return hours === 0 ? tail : `${hours} ${zh ? '小时' : 'h'} ${tail}`;
};

/** Whole days from one date to another. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);

/** Fen as yuan: 1,280.50 元. */
export const money = (fen: number | null | undefined): string => {
  if (fen === null || fen === undefined) return '—';
  const digits = fen % 100 === 0 ? 0 : 2;
  const yuan = (fen / 100).toLocaleString('zh-CN', { minimumFractionDigits: digits, maximumFractionDigits: digits });
  return language() === 'zh' ? `${yuan} 元` : `¥${yuan}`;
};

export const count = (n: number): string => n.toLocaleString('zh-CN');
