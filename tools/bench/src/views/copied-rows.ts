import { searchable, searchTexts, type SearchRow } from '@mediation/dispute/read-models';
import { personMarks } from '@mediation/dispute/stored-events';
import type { SampleDispute } from './sample-rows';
import { seeded, someName, someText } from './vocabulary';

export interface ViewColumn {
  readonly name: string;
  readonly type: string;
}

/** Text that PostgreSQL's COPY reads. */
const copyText = (text: string): string =>
  text.replaceAll('\\', '\\\\').replaceAll('\n', '\\n').replaceAll('\t', '\\t').replaceAll('\r', '\\r');

const arrayText = (values: readonly unknown[]): string =>
  `{${values.map((value) => (typeof value === 'number' ? value : `"${String(value).replace(/["\\]/g, '\\$&')}"`)).join(',')}}`;

const valueText = (value: unknown, type: string): string | null => {
  if (value === undefined || value === null) return null;
  if (type.endsWith('[]')) return arrayText(value as readonly unknown[]);
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
};

type Personal = Readonly<Record<string, unknown>>;

/** Where and when a copy is, and which it is. */
export interface Copy {
  readonly id: string;
  readonly number: number;
  readonly district: string;
  readonly year: number;
}

const SAMPLE = { district: '370402', year: 2025 };
const SHIFTED = /^(?:date|timestamp)/;

/** Another year of the same day; what is due in the year after moves with it. */
const shifted = (text: string, year: number): string =>
  String(Number(text.slice(0, 4)) - SAMPLE.year + year) + text.slice(4);

const elsewhere = (text: string, sample: SampleDispute, copy: Copy): string =>
  text.replaceAll(sample.id, copy.id).replaceAll(SAMPLE.district, copy.district);

const namesFor = ({ party_names: names }: { readonly party_names?: Personal }, random: () => number): Personal =>
  Object.fromEntries(
    Object.entries(names ?? {}).map(([id, name]) => [
      id,
      /公司|医院|合作社|超市|单位|小组|加工厂/.test(String(name)) ? name : someName(random),
    ]),
  );

/** A copy has people and words of its own: the same columns as the projection makes of them. */
const personalOf = (view: string, row: object, { names, text }: { names: Personal; text: string }): object => {
  const called = Object.values(names).map(String);
  switch (view) {
    case 'disputes':
      return { ...row, party_names: names };
    case 'likeness': {
      const marks = called.map((name) => personMarks({ name })!.name);
      return { ...row, names: [...new Set(marks)].sort(), people: Object.fromEntries(marks.map((mark) => [mark, {}])) };
    }
    case 'search_texts': {
      const told = row as SearchRow;
      const own = { facts: searchable(`${told.facts}。${text}`), people: called, names: called.join(' ') };
      return searchTexts.derive({ ...told, ...own });
    }
    default:
      return row;
  }
};

const PERSONAL_VIEWS = ['disputes', 'likeness', 'search_texts'];

/** Makes the lines of one sample dispute's rows, in as many places and years as are asked for. */
export class RowCopier {
  constructor(
    /** Of the views to fill. */
    private readonly columns: ReadonlyMap<string, readonly ViewColumn[]>,
    private readonly corpus: string,
  ) {}

  /** View → lines for COPY. */
  copiesOf(sample: SampleDispute): (copy: Copy) => ReadonlyMap<string, string> {
    const [, disputesRow] = sample.rows.get('disputes')![0]!;
    const filled = [...sample.rows].filter(([view]) => this.columns.has(view));
    const plain = new Map(filled.map(([view, rows]) => [view, rows.map((each) => this.texts(view, each))]));
    return (copy) => {
      const random = seeded(copy.number);
      const own = { names: namesFor(disputesRow, random), text: someText(random, this.corpus) };
      return new Map(
        filled.map(([view, rows]) => {
          const lines = rows.map(([key, row], index) =>
            this.line(
              PERSONAL_VIEWS.includes(view)
                ? this.texts(view, [key, personalOf(view, this.dated(row, copy), own)])
                : plain.get(view)![index]!,
              { view, sample, copy },
            ),
          );
          return [view, lines.join('')];
        }),
      );
    };
  }

  /** The month is among what a search row is found by. */
  private dated(row: object, { year }: Copy): object {
    const { registered_at: at } = row as { registered_at?: string };
    return at === undefined ? row : { ...row, registered_at: shifted(at, year) };
  }

  private texts(view: string, [key, row]: readonly [string, object]): readonly (string | null)[] {
    return this.columns
      .get(view)!
      .map(({ name, type }) => (name === 'key' ? key : valueText((row as Personal)[name], type)));
  }

  private line(
    texts: readonly (string | null)[],
    { view, sample, copy }: { readonly view: string; readonly sample: SampleDispute; readonly copy: Copy },
  ): string {
    const columns = this.columns.get(view)!;
    const isDated = PERSONAL_VIEWS.includes(view);
    const cells = texts.map((text, index) => {
      if (text === null) return '\\N';
      const { name, type } = columns[index]!;
      if (isDated && name === 'registered_at') return copyText(text);
      return copyText(SHIFTED.test(type) ? shifted(text, copy.year) : elsewhere(text, sample, copy));
    });
    return `${cells.join('\t')}\n`;
  }
}
