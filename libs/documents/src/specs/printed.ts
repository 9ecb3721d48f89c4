import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);
const output = async (program: string, ...args: readonly string[]): Promise<string> =>
  (await run(program, [...args], { maxBuffer: 64 * 1024 * 1024 })).stdout;

/** One process for all files, with a profile of its own: another LibreOffice of this machine is left alone. */
export const converter =
  (office: string, profile: string) =>
  async (to: 'pdf' | 'docx', folder: string, files: readonly string[]): Promise<void> => {
    const options = [`-env:UserInstallation=file://${profile}`, '--headless', '--convert-to', to, '--outdir', folder];
    await run(office, [...options, ...files], { timeout: 240_000 });
  };

export const pageCount = async (pdf: string): Promise<number> =>
  Number(/^Pages:\s+(\d+)$/m.exec(await output('pdfinfo', pdf))?.[1]);

export interface Font {
  readonly name: string;
  readonly isEmbedded: boolean;
}

/** The columns after the type are emb, sub, uni, object and generation. */
export const fonts = async (pdf: string): Promise<readonly Font[]> =>
  (await output('pdffonts', pdf))
    .trimEnd()
    .split('\n')
    .slice(2)
    .map((line) => line.trim().split(/\s+/))
    .map((columns) => ({ name: columns[0] ?? '', isEmbedded: columns.at(-5) === 'yes' }));

export const printedText = (pdf: string): Promise<string> => output('pdftotext', '-raw', pdf, '-');

/** How far from the paper's edge, in points, each page's outermost word is. */
export const textMargins = async (pdf: string): Promise<readonly number[]> =>
  (await output('pdftotext', '-bbox', pdf, '-')).split('<page ').slice(1).map(marginOf);

const numbers = (xml: string, names: readonly string[]): readonly number[] =>
  names.map((name) => Number(new RegExp(`${name}="([-\\d.]+)"`).exec(xml)?.[1]));

const marginOf = (page: string): number => {
  const [width = NaN, height = NaN] = numbers(page, ['width', 'height']);
  const words = page.split('<word ').slice(1);
  return Math.min(
    ...words.flatMap((word) => {
      const [left = NaN, top = NaN, right = NaN, bottom = NaN] = numbers(word, ['xMin', 'yMin', 'xMax', 'yMax']);
      return [left, top, width - right, height - bottom];
    }),
  );
};

export interface Picture {
  readonly width: number;
  readonly height: number;
  /** How many dots of the page are not white. */
  readonly ink: number;
  /** How many of those lie within a centimetre of the paper's edge: rules of a form that runs over show here. */
  readonly inkAtEdge: number;
}

const DPI = 40;
const EDGE = Math.floor(DPI / 2.54);

/** Portable graymaps, one after another. */
export const pictures = async (pdf: string): Promise<readonly Picture[]> => {
  const { stdout } = await run('pdftoppm', ['-r', String(DPI), '-gray', pdf], {
    encoding: 'buffer',
    maxBuffer: 256 * 1024 * 1024,
  });
  const found: Picture[] = [];
  for (let at = 0; at < stdout.length;) {
    const header = /^P5\s(\d+)\s(\d+)\s255\s/.exec(stdout.toString('latin1', at, at + 40));
    if (header === null) throw new Error('not a portable graymap');
    const [whole, width, height] = [header[0], Number(header[1]), Number(header[2])];
    const dots = stdout.subarray(at + whole.length, at + whole.length + width * height);
    found.push(looked(dots, width, height));
    at += whole.length + width * height;
  }
  return found;
};

const looked = (dots: Buffer, width: number, height: number): Picture => {
  const isAtEdge = (index: number): boolean => {
    const [x, y] = [index % width, Math.floor(index / width)];
    return Math.min(x, y, width - 1 - x, height - 1 - y) < EDGE;
  };
  const inked = [...dots.keys()].filter((index) => (dots[index] ?? 255) < 200);
  return { width, height, ink: inked.length, inkAtEdge: inked.filter(isAtEdge).length };
};
