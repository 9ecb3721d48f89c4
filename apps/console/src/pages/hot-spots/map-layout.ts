/** A place to be drawn: its own code, and its township's. */
export interface Place {
  readonly code: string;
  readonly township: string;
}

export interface Tile {
  readonly code: string;
  readonly column: number;
  readonly row: number;
}

export interface Block {
  readonly township: string;
  readonly column: number;
  readonly row: number;
  readonly width: number;
  readonly height: number;
  readonly tiles: readonly Tile[];
}

export interface Layout {
  readonly blocks: readonly Block[];
  readonly columns: number;
  readonly rows: number;
}

/** Rows above a block's tiles, for its name. */
export const NAME_ROWS = 1;

const shapeOf = (size: number, most: number): { readonly width: number; readonly height: number } => {
  const width = Math.max(2, Math.min(most, Math.ceil(Math.sqrt(size * 1.4))));
  return { width, height: Math.ceil(size / width) };
};

/**
 * A schematic map: one tile for each place, the tiles of a township together, townships in the order of their codes from left to right
 * and then down. The same places always lie the same way; where they lie says nothing of geography.
 */
export const layOut = (places: readonly Place[], columns: number): Layout => {
  const townships = new Map<string, string[]>();
  for (const { code, township } of [...places].sort((a, b) => (a.code < b.code ? -1 : 1))) {
    townships.set(township, [...(townships.get(township) ?? []), code]);
  }
  const blocks: Block[] = [];
  let [column, row, shelf] = [0, 0, 0];
  for (const [township, codes] of [...townships].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const { width, height } = shapeOf(codes.length, columns);
    if (column > 0 && column + width > columns) [column, row, shelf] = [0, row + shelf, 0];
    const at = { column, row };
    const tiles = codes.map((code, index) => ({
      code,
      column: at.column + (index % width),
      row: at.row + NAME_ROWS + Math.floor(index / width),
    }));
    blocks.push({ township, ...at, width, height: height + NAME_ROWS, tiles });
    column += width;
    shelf = Math.max(shelf, height + NAME_ROWS);
  }
  return { blocks, columns, rows: row + shelf };
};

export type Direction = 'ArrowLeft' | 'ArrowRight' | 'ArrowUp' | 'ArrowDown';
const STEP: Readonly<Record<Direction, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** The nearest tile that way, sideways distance counting twice; the same one at the edge. */
export const neighbour = (tiles: readonly Tile[], from: Tile, direction: Direction): Tile => {
  const [x, y] = STEP[direction];
  let best = from;
  let least = Infinity;
  for (const tile of tiles) {
    const [dx, dy] = [tile.column - from.column, tile.row - from.row];
    const ahead = dx * x + dy * y;
    const distance = ahead + 2 * Math.abs(dx * y + dy * x);
    if (ahead > 0 && distance < least) [best, least] = [tile, distance];
  }
  return best;
};

/** Five shades by equal parts of the largest; 0 is none at all. */
export const shadeOf = (count: number, most: number): number =>
  count === 0 || most === 0 ? 0 : Math.min(5, Math.ceil((5 * count) / most));
