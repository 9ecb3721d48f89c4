import { checkTemplate, DOCUMENT_IDS, shippedTemplates, templateFile } from '@mediation/documents';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { check, list, writeSamples } from './commands';
import { FIRST_TEMPLATES } from './first/index';

describe('npm run documents', () => {
  const folder = mkdtempSync(join(tmpdir(), 'mediation-documents-tool-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  afterEach(() => {
    process.exitCode = 0;
  });

  it.each(DOCUMENT_IDS)('makes a sound %s where it was lost, the same each time', async (id) => {
    const made = await FIRST_TEMPLATES[id]();
    expect(checkTemplate(id, made)).toStrictEqual([]);
    expect((await FIRST_TEMPLATES[id]()).equals(made)).toBe(true);
  });

  it('names file, document and placeholder, and fails', () => {
    writeFileSync(join(folder, templateFile('cover')), shippedTemplates('rights-notice'));
    expect(check(folder)[0]).toBe(
      'cover.docx 《卷宗封面》 没有占位符“告知日期”,是不是“受理日期”? · no placeholder "告知日期", perhaps "受理日期"',
    );
    expect(process.exitCode).toBe(1);
  });

  it('is content with what is shipped', () => {
    expect(check(join(folder, 'none'))).toStrictEqual(['28 份模板没有问题 · templates are sound']);
    expect(process.exitCode).toBe(0);
  });

  it('fills two samples of each document, and lists the placeholders of each', () => {
    expect(writeSamples(folder)).toHaveLength(DOCUMENT_IDS.length * 2);
    expect(list()).toHaveLength(DOCUMENT_IDS.length + 1);
  });
});
