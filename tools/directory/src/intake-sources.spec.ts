import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bodiesOf, parseDivisionCsv } from '@mediation/directory';

const DATA = join(__dirname, '..', 'data');
const read = (file: string): string => readFileSync(join(DATA, file), 'utf8');

it('the sample’s intake systems speak for bodies that the sample’s directory has', () => {
  const divisions = parseDivisionCsv(read('370402-divisions.csv'));
  const bodies = new Set(divisions.flatMap(bodiesOf).map(({ code }) => code));
  const { systems } = JSON.parse(read('370402-intake-sources.json')) as {
    systems: readonly { areas: readonly string[]; speaksFor?: readonly string[] }[];
  };
  const named = systems.flatMap(({ speaksFor = [] }) => speaksFor);
  expect(named.length).toBeGreaterThan(0);
  expect(named.filter((code) => !bodies.has(code))).toEqual([]);
  const areas = systems.flatMap((system) => system.areas);
  expect(areas.filter((area) => !divisions.some(({ code }) => code === area))).toEqual([]);
});
