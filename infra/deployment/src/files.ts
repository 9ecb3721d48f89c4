import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, parseAllDocuments } from 'yaml';

export const ROOT = join(__dirname, '..', '..', '..');
export const pathOf = (...parts: readonly string[]): string => join(ROOT, ...parts);
export const textOf = (...parts: readonly string[]): string => readFileSync(pathOf(...parts), 'utf8');
export const jsonOf = (...parts: readonly string[]): unknown => JSON.parse(textOf(...parts));
/** YAML 1.1's merge keys are what compose files are written with. */
export const yamlOf = (...parts: readonly string[]): unknown => parse(textOf(...parts), { merge: true });
/** The documents of a manifest, read as Kubernetes does: in YAML 1.1, where a bare `n` is false. */
export const documentsOf = (text: string): readonly unknown[] =>
  parseAllDocuments(text, { version: '1.1' })
    .map((document) => {
      if (document.errors[0]) throw document.errors[0];
      return document.toJS() as unknown;
    })
    .filter((document) => document !== null);

export const filesIn = (...parts: readonly string[]): readonly string[] => readdirSync(pathOf(...parts)).sort();

/** The source of a compiled file that a container is started with. */
export const sourceOf = (compiled: string): string => compiled.replace(/^dist\//, '').replace(/\.js$/, '.ts');
export const isInWorkspace = (path: string): boolean => existsSync(pathOf(path));
