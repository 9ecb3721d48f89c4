import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { StartError } from '@mediation/kernel';
import { isSampleYearIn, markBegun, markWhole, requireNoHalfYear } from './sample-year-state';

describe('the state of the sample year in a data folder', () => {
  let dataDir: string;
  beforeEach(() => {
    dataDir = mkdtempSync(join(tmpdir(), 'mediation-sample-year-'));
  });
  afterEach(() => rmSync(dataDir, { recursive: true }));

  it('begins with nothing, which nobody needs to complete', () => {
    expect(isSampleYearIn(dataDir)).toBe(false);
    expect(() => requireNoHalfYear(dataDir)).not.toThrow();
  });

  it('is half told from its beginning until it is whole, whatever happens in between', () => {
    markBegun(dataDir);
    markBegun(dataDir);
    expect(isSampleYearIn(dataDir)).toBe(false);
    expect(() => requireNoHalfYear(dataDir)).toThrow(StartError);
  });

  it('is whole once it is said so, and leaves one file', () => {
    markBegun(dataDir);
    markWhole(dataDir, { disputes: 2 });
    expect(isSampleYearIn(dataDir)).toBe(true);
    expect(() => requireNoHalfYear(dataDir)).not.toThrow();
    expect(readdirSync(dataDir)).toStrictEqual(['sample-year.json']);
    expect(readFileSync(join(dataDir, 'sample-year.json'), 'utf8')).toBe('{"disputes":2}\n');
  });
});
