import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { shippedTemplates, templatesIn } from '../template-folder';

describe("a place's own templates", () => {
  const folder = mkdtempSync(join(tmpdir(), 'mediation-templates-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('are taken before the shipped ones, at once, and need not be all', () => {
    const templates = templatesIn(folder);
    expect(templates('cover').equals(shippedTemplates('cover'))).toBe(true);
    writeFileSync(join(folder, 'cover.docx'), 'own');
    expect(templates('cover').toString()).toBe('own');
    expect(templates('index').equals(shippedTemplates('index'))).toBe(true);
  });
});
