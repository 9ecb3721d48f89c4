import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bodiesOf, parseDivisionCsv, sampleMediators } from '@mediation/directory';
import type { SampleDirectory } from './district-map';

const CSV = join(__dirname, '../../directory/data/370402-divisions.csv');

/** The sample district as the import makes it, without a database. */
export const sampleDirectory = (): SampleDirectory & { readonly bodies: ReadonlySet<string> } => {
  const divisions = parseDivisionCsv(readFileSync(CSV, 'utf8'));
  const bodies = divisions.flatMap((division) => bodiesOf(division).map((body) => ({ body, division })));
  const people = new Map(bodies.map(({ body, division }) => [body.code, sampleMediators(body, division)]));
  return {
    divisions: () => divisions,
    mediators: (code) => people.get(code) ?? [],
    bodies: new Set(people.keys()),
  };
};
