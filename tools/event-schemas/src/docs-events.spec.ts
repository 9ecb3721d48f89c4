import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { allGoldens, contracts, decoded, exampleEvent } from '@mediation/asyncapi';
import type { JsonObject } from '@mediation/kernel';
import Ajv2020 from 'ajv/dist/2020';
import { generate, outdated, readRecord, write } from './docs-events';
import { schemaFile } from './pages';

const FOLDER = join(__dirname, '../../../docs/events');
const record = readRecord(FOLDER);
const published = Object.keys(record);

describe('docs/events', () => {
  const generated = generate(record);

  it('is not broken: what was published stays as it was (a change needs a new version)', () =>
    expect(generated.broken).toEqual([]));

  it('is what the program says; otherwise run: npm run events', () => expect(outdated(FOLDER, generated)).toEqual([]));

  it('has every event and message', () => {
    expect(contracts().length).toBeGreaterThan(46);
    expect(contracts().filter(({ name }) => !published.includes(name))).toEqual([]);
  });

  it('keeps every golden file, and each still decodes', () => {
    const kept = Object.values(record).flatMap(({ goldens }) => Object.keys(goldens));
    expect([...kept].sort()).toEqual(
      allGoldens()
        .map(({ file }) => file)
        .sort(),
    );
    for (const { storedName, data } of allGoldens()) {
      expect(decoded(exampleEvent(storedName, data))).toBeDefined();
    }
  });

  it.each(contracts().map((contract) => [contract.name, contract] as const))(
    'has a JSON Schema 2020-12 that the examples of %s are valid under',
    (name, { examples }) => {
      const ajv = new Ajv2020({ validateFormats: false });
      ajv.addVocabulary(['x-personal-data']);
      const validate = ajv.compile(JSON.parse(readFileSync(join(FOLDER, schemaFile(name)), 'utf8')) as JsonObject);
      expect(examples.map(({ data }) => [validate(data), validate.errors])).toEqual(examples.map(() => [true, null]));
      expect(validate({ ...examples[0]?.data, nothingLikeIt: 1 })).toBe(false);
    },
  );
});

describe('npm run events', () => {
  let folder = '';
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'events-'))));
  afterEach(() => rmSync(folder, { recursive: true }));

  it('writes the same twice, and what it wrote is up to date', () => {
    const first = generate(readRecord(folder));
    expect(outdated(folder, first)).toEqual([...first.pages.keys()]);
    write(folder, first);
    const second = generate(readRecord(folder));
    expect([second.broken, outdated(folder, second)]).toEqual([[], []]);
    expect(readdirSync(folder).sort()).toEqual(readdirSync(FOLDER).sort());
  });

  it('sees a file that was altered, removed or added by hand', () => {
    const generated = generate({});
    write(folder, generated);
    writeFileSync(join(folder, 'README.md'), 'x');
    rmSync(join(folder, schemaFile('dispute.closed.v1')));
    writeFileSync(join(folder, 'dispute.closed.v0.schema.json'), '{}');
    expect(outdated(folder, generated)).toEqual([
      'README.md',
      'dispute.closed.v1.schema.json',
      'dispute.closed.v0.schema.json',
    ]);
  });

  it('keeps the schema of an earlier version, and misses it when it is gone', () => {
    const closed = generate({}).record['dispute.closed.v1']!;
    const old = { ...closed, goldens: {} };
    const generated = generate({ 'dispute.closed.v0': old });
    write(folder, generated);
    expect(outdated(folder, generated)).toEqual(['dispute.closed.v0.schema.json']);
    writeFileSync(join(folder, schemaFile('dispute.closed.v0')), '{}');
    expect(outdated(folder, generated)).toEqual([]);
    expect(generated.pages.get('README.md')).toContain('- [dispute.closed.v0](dispute.closed.v0.schema.json)');
  });
});
