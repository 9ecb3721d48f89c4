import { caseFileSchema, type CaseFile } from '@mediation/rules';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Cases {
  readonly byRule: ReadonlyMap<string, CaseFile>;
  /** Files that cannot be read, one line each. */
  readonly faults: readonly string[];
}

type Read = { readonly file: CaseFile } | { readonly fault: string };

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** One file, which bears its rule's name. */
export const readCaseFile = (name: string, text: string): Read => {
  const result = caseFileSchema.safeParse(parsed(text));
  if (!result.success) {
    const issues = result.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
    return { fault: `cases/${name}: ${issues.join('; ')}` };
  }
  if (`${result.data.rule}.json` !== name)
    return { fault: `cases/${name}: 文件名与规则不符 is of another rule, ${result.data.rule}` };
  return { file: result.data };
};

export const casesOf = (files: ReadonlyMap<string, string>): Cases => {
  const read = [...files].map(([name, text]) => readCaseFile(name, text));
  return {
    byRule: new Map(read.flatMap((each) => ('file' in each ? [[each.file.rule, each.file] as const] : []))),
    faults: read.flatMap((each) => ('fault' in each ? [each.fault] : [])),
  };
};

export const readCases = (folder: string): Cases => {
  const names = readdirSync(folder).filter((name) => name.endsWith('.json'));
  return casesOf(new Map(names.sort().map((name) => [name, readFileSync(join(folder, name), 'utf8')])));
};
