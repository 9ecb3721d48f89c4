/** Yuan as a person writes them, to integer fen; undefined for what is no amount. Never through a float. */
export const fenOf = (yuan: string): number | undefined => {
  const [, whole = '', part = ''] = /^(\d{1,13})(?:\.(\d{1,2}))?$/.exec(yuan.replaceAll(/[,，\s元]/g, '')) ?? [];
  return whole === '' ? undefined : Number(whole) * 100 + Number(part.padEnd(2, '0'));
};

/** Integer fen as yuan, to be edited: 128050 → 1280.50. */
export const yuanOf = (fen: number): string => {
  const part = fen % 100;
  return part === 0 ? String(fen / 100) : `${Math.trunc(fen / 100)}.${String(part).padStart(2, '0')}`;
};
