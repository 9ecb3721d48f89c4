const DIGITS = '零壹贰叁肆伍陆柒捌玖';
const PLACES = ['', '拾', '佰', '仟'];

const digit = (value: number): string => DIGITS.charAt(value);

/** 1 to 9999. Several zeros in a row are read once, those at the end not at all. */
const section = (value: number): string =>
  [...String(value)]
    .map((each, index, all) => (each === '0' ? '零' : digit(Number(each)) + (PLACES[all.length - 1 - index] ?? '')))
    .join('')
    .replace(/零+/g, '零')
    .replace(/零$/, '');

/** The lower part takes a 零 when its first place is empty, as in 壹万零伍拾; 壹拾万柒仟 needs none. */
const lower = (value: number, size: number): string => {
  if (value === 0) return '';
  return value < size / 10 ? `零${integer(value)}` : integer(value);
};

const integer = (value: number): string => {
  if (value < 10_000) return section(value);
  const [size, unit] = value < 100_000_000 ? ([10_000, '万'] as const) : ([100_000_000, '亿'] as const);
  return `${integer(Math.floor(value / size))}${unit}${lower(value % size, size)}`;
};

const fraction = (yuan: number, jiao: number, fen: number): string => {
  const gap = yuan > 0 && (jiao === 0 || yuan % 10 === 0) ? '零' : '';
  const tenths = jiao > 0 ? `${digit(jiao)}角` : '';
  const hundredths = fen > 0 ? `${digit(fen)}分` : '';
  return gap + tenths + hundredths;
};

const parts = (fen: number) => {
  if (!Number.isSafeInteger(fen) || fen < 0)
    throw new RangeError('金额须为非负整数(分) · an amount is a whole number of fen');
  return { yuan: Math.floor(fen / 100), jiao: Math.floor(fen / 10) % 10, rest: fen % 10 };
};

/** 人民币壹仟肆佰零玖元伍角: as cheques are written, so that nobody can add to it. */
export const amountInWords = (fen: number): string => {
  const { yuan, jiao, rest } = parts(fen);
  if (fen === 0) return '人民币零元整';
  const whole = yuan > 0 ? `${integer(yuan)}元` : '';
  return `人民币${whole}${jiao === 0 && rest === 0 ? '整' : fraction(yuan, jiao, rest)}`;
};

export const amountInDigits = (fen: number): string => {
  const { yuan, jiao, rest } = parts(fen);
  return `￥${String(yuan).replace(/\B(?=(\d{3})+$)/g, ',')}.${jiao}${rest}`;
};

export const amountZh = (fen: number): string => `${amountInWords(fen)}（${amountInDigits(fen)}）`;
