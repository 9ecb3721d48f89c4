import type { Pair } from './compare';
import type { Spread } from './spread';

/** Three significant digits, or all the digits before the point. */
export const figure = (value: number): string =>
  value >= 100 ? Math.round(value).toLocaleString('en-US') : value.toPrecision(3);

export const rates = ({ baseline, candidate }: Pair): string =>
  `${figure(baseline)} → ${figure(candidate)} (×${(candidate / baseline).toFixed(2)})`;

export const spread = ({ median, min, max }: Spread): string => `${figure(median)} (${figure(min)}–${figure(max)})`;

export const ratioSpread = ({ median, min, max }: Spread): string =>
  `${median.toFixed(2)} (${min.toFixed(2)}–${max.toFixed(2)})`;
