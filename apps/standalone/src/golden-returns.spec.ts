import { GOLDEN_RETURNS, readGolden, type GoldenReturn } from './spec/golden-returns';

interface Cell {
  readonly original: number | null;
  readonly correction: number | null;
}
interface Return {
  readonly rows: readonly { readonly key: string; readonly cells: Readonly<Record<string, Cell>> }[];
  readonly reconciliation: readonly (Cell & { readonly key: string; readonly sign: string })[];
  readonly mapping: readonly { readonly handled: number }[];
}

const golden = (kind: string, period: string, asOf: string): Return =>
  JSON.parse(readGolden({ kind, period, asOf })['return.json']) as Return;
const cell = ({ rows }: Return, row: string, column: string): Cell =>
  rows.find(({ key }) => key === row)!.cells[column]!;
/** Everything known at the cut-off. */
const net = ({ original, correction }: Cell): number => (original ?? 0) + (correction ?? 0);

const FILED = '2025-07-05';
const LONG_AFTER = '2026-06-30';

describe('the golden returns of the sample year, held by hand against the published figures', () => {
  const justice = golden('justice', '2025', LONG_AFTER);
  const governance = golden('governance', '2025', LONG_AFTER);

  it('handle 854 disputes: 853 as filed on 5 January 2026, and one whose acceptance was entered after', () => {
    expect(cell(governance, 'handled', 'subtotal')).toEqual({ original: 853, correction: 1 });
    expect(853 + 1).toBe(854);
  });

  it('leave 854 − 42 = 812 to people’s mediation: 42 were first accepted by agencies or courts and never turned to it', () => {
    const lines = Object.fromEntries(justice.reconciliation.map((line) => [line.key, net(line)]));
    expect(lines).toMatchObject({ handled: 854, 'other-channels': 42, 'turned-to-peoples': 0, accepted: 812 });
    expect(net(cell(justice, 'total', 'accepted'))).toBe(812);
    expect(854 - 42).toBe(812);
  });

  it('find 922 disputes, all that were registered: 922 − 68 not accepted = 854', () => {
    const lines = Object.fromEntries(governance.reconciliation.map((line) => [line.key, net(line)]));
    expect(lines).toMatchObject({ found: 922, 'not-handled': 68, 'found-before': 0, handled: 854 });
    expect(922 - 68).toBe(854);
  });

  it('conclude 43 mass incidents with 1290 people, keep 16 from turning criminal, and mediate 12 medical disputes', () => {
    expect(net(cell(governance, 'mass-incidents', 'subtotal'))).toBe(43);
    expect(net(cell(governance, 'mass-people', 'subtotal'))).toBe(1290);
    expect(net(cell(justice, 'total', 'crime-cases'))).toBe(16);
    expect(net(cell(justice, 'medical', 'accepted'))).toBe(12);
  });

  it('avert ten of the 35 petitions as mass petitions, which alone the form asks for: 35 − 25 = 10', () =>
    expect(net(cell(justice, 'total', 'crowd-cases'))).toBe(10));
});

it('the original figures of June are the same on the filing day and long after; corrections stand apart', () => {
  for (const kind of ['justice', 'governance']) {
    const [filed, later] = [golden(kind, '2025-06', FILED), golden(kind, '2025-06', LONG_AFTER)];
    const originals = ({ rows }: Return) =>
      rows.map(({ key, cells }) => [key, Object.values(cells).map(({ original }) => original)]);
    expect(originals(later)).toEqual(originals(filed));
    const corrections = ({ rows }: Return) =>
      rows.flatMap(({ cells }) => Object.values(cells).map(({ correction }) => correction ?? 0)).filter((n) => n !== 0);
    expect(corrections(filed)).toEqual([]);
    expect(corrections(later).length).toBeGreaterThan(20);
  }
});

describe.each(GOLDEN_RETURNS)('$kind $period as of $asOf', ({ kind, period, asOf }: GoldenReturn) => {
  const sheet = golden(kind, period, asOf);

  it('adds up: types to the whole, tiers to the subtotal, sources and forms to what they are of', () => {
    const sum = (cells: readonly Cell[]) => cells.reduce((total, each) => total + net(each), 0);
    if (kind === 'justice') {
      const [total, ...types] = sheet.rows;
      for (const column of Object.keys(total!.cells).filter((key) => key !== 'success-rate'))
        expect([column, sum(types.map(({ cells }) => cells[column]!))]).toEqual([column, net(total!.cells[column]!)]);
      const of = (...columns: string[]) => sum(columns.map((column) => total!.cells[column]!));
      expect(of('proactive', 'application', 'entrusted')).toBe(of('accepted'));
      expect(of('written', 'oral')).toBe(of('succeeded'));
      return;
    }
    for (const { key, cells } of sheet.rows.filter((row) => !row.key.endsWith('-rate')))
      expect([key, sum(['district', 'township', 'village'].map((tier) => cells[tier]!))]).toEqual([
        key,
        net(cells['subtotal']!),
      ]);
    for (const column of ['district', 'township', 'village', 'subtotal', 'year-to-date'])
      for (const part of ['type-', 'people-'])
        expect(sum(sheet.rows.filter((row) => row.key.startsWith(part)).map(({ cells }) => cells[column]!))).toBe(
          net(cell(sheet, 'found', column)),
        );
  });

  it('reconciles: from each total to the next by the lines between them, and the types of both forms to what was handled', () => {
    let running = 0;
    for (const { sign, ...line } of sheet.reconciliation) {
      if (sign === 'total' && line.key !== 'found') expect([line.key, net(line)]).toEqual([line.key, running]);
      running = sign === 'total' ? net(line) : running + (sign === 'plus' ? 1 : -1) * net(line);
    }
    const handled = sheet.reconciliation.find(({ key }) => key === 'handled')!;
    expect(sheet.mapping.reduce((total, each) => total + each.handled, 0)).toBe(net(handled));
  });
});
