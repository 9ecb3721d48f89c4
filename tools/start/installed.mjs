import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const packagesIn = (file) => {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages;
  } catch {
    return undefined;
  }
};

const same = (a, b) => a.version === b.version && a.integrity === b.integrity;

/**
 * Whether node_modules is what package-lock.json says. npm writes its own list as the last step of an install, so an
 * interrupted one has none; packages for other platforms are in the lock and not in the list.
 */
export const isInstalled = (root) => {
  const wanted = packagesIn(join(root, 'package-lock.json'));
  const found = packagesIn(join(root, 'node_modules', '.package-lock.json'));
  if (wanted === undefined || found === undefined) return false;
  const isRight = ([path, entry]) => wanted[path] !== undefined && same(wanted[path], entry);
  const isPresent = ([path, entry]) => path === '' || entry.optional || entry.devOptional || found[path] !== undefined;
  return Object.entries(found).every(isRight) && Object.entries(wanted).every(isPresent);
};
