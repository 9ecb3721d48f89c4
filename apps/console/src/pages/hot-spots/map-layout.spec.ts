import { layOut, neighbour, shadeOf, type Place } from './map-layout';

const place = (code: string): Place => ({ code, township: code.slice(0, 9) });
const PLACES = [
  ...Array.from({ length: 7 }, (_, index) => place(`37040210100${index + 1}`)),
  ...Array.from({ length: 3 }, (_, index) => place(`37040210200${index + 1}`)),
  place('370402103001'),
];

it('puts every place on a tile of its own, within its township’s block, the same way whatever the order given', () => {
  const layout = layOut(PLACES, 6);
  const tiles = layout.blocks.flatMap((block) => block.tiles);
  expect(tiles.map(({ code }) => code)).toEqual(PLACES.map(({ code }) => code));
  expect(new Set(tiles.map(({ column, row }) => `${column},${row}`)).size).toBe(PLACES.length);
  for (const { column, row, width, height, tiles: own } of layout.blocks)
    for (const tile of own) {
      expect(tile.column >= column && tile.column < column + width).toBe(true);
      expect(tile.row > row && tile.row < row + height).toBe(true);
      expect(tile.column).toBeLessThan(layout.columns);
    }
  expect(layOut([...PLACES].reverse(), 6)).toEqual(layout);
});

it('lays blocks from left to right and then down', () =>
  expect(
    layOut(PLACES, 6).blocks.map(({ township, column, row, width, height }) => [township, column, row, width, height]),
  ).toEqual([
    ['370402101', 0, 0, 4, 3],
    ['370402102', 0, 3, 3, 2],
    ['370402103', 3, 3, 2, 2],
  ]));

it('goes to the nearest tile by arrow, and stays at the edge', () => {
  const tiles = layOut(PLACES, 6).blocks.flatMap((block) => block.tiles);
  const at = (code: string) => tiles.find((tile) => tile.code === code)!;
  expect(neighbour(tiles, at('370402101001'), 'ArrowRight').code).toBe('370402101002');
  expect(neighbour(tiles, at('370402101001'), 'ArrowDown').code).toBe('370402101005');
  expect(neighbour(tiles, at('370402101005'), 'ArrowDown').code).toBe('370402102001');
  expect(neighbour(tiles, at('370402101001'), 'ArrowUp').code).toBe('370402101001');
});

it('shades by fifths of the largest', () =>
  expect([0, 1, 2, 3, 9, 10].map((count) => shadeOf(count, 10))).toEqual([0, 1, 1, 2, 5, 5]));
