export interface DossierNumber {
  readonly year: number;
  /** The body's short name within its district, e.g. 永安. */
  readonly short: string;
  /** 人调字 unless the body has another. */
  readonly word?: string | undefined;
  /** From 1 in each year and body. */
  readonly serial: number;
  readonly parentheses?: 'half' | 'full' | undefined;
}

/** (2026)永安人调字第17号 */
export const dossierNumber = ({
  year,
  short,
  word = '人调字',
  serial,
  parentheses = 'half',
}: DossierNumber): string => {
  if (!Number.isInteger(year) || year < 1000 || year > 9999)
    throw new RangeError('年度须为四位数 · a year has four digits');
  if (!Number.isSafeInteger(serial) || serial < 1) throw new RangeError('顺序号从1起 · serials begin with 1');
  const [open, close] = parentheses === 'full' ? ['（', '）'] : ['(', ')'];
  return `${open}${year}${close}${short}${word}第${serial}号`;
};

export const BLANK_NUMBER = '（　　　　）　　　　人调字第　　　号';
