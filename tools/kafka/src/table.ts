/** Chinese characters and their punctuation take two columns of a terminal. */
const widthOf = (text: string): number =>
  [...text].length +
  (text.match(/[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60]/gu)?.length ?? 0);

type Row = readonly (string | number)[];

/** Lines of aligned columns: text to the left, numbers to the right. */
export const table = (heads: readonly string[], rows: readonly Row[]): string[] => {
  const widths = heads.map((head, column) =>
    Math.max(...[head, ...rows.map((row) => String(row[column]))].map(widthOf)),
  );
  const line = (row: Row) =>
    row
      .map((cell, column) => {
        const space = ' '.repeat((widths[column] ?? 0) - widthOf(String(cell)));
        return typeof cell === 'number' ? space + cell : cell + space;
      })
      .join('  ')
      .trimEnd();
  return [heads, ...rows].map(line);
};
