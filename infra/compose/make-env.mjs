// Makes .env beside compose.yaml: the keys of .env.example, each with a random password. An .env that is there is kept.
import { randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const target = process.argv[2] ?? join(here, '.env');
// Hexadecimal: these stand in URLs, in YAML and in JSON, and need no escaping in any of them.
const filled = readFileSync(join(here, '.env.example'), 'utf8')
  .replace(/^(#.*\n)+/, '')
  .replace(/^([A-Z_]+)=$/gm, (_, key) => `${key}=${randomBytes(24).toString('hex')}`);

try {
  writeFileSync(target, filled, { mode: 0o600, flag: 'wx' });
  console.log(`已生成 ${target}(仅本用户可读) · made, readable by you only`);
} catch (error) {
  if (error.code !== 'EEXIST') throw error;
  console.error(
    `${target} 已存在,未改动:数据卷里的数据库认得其中的密码 · is there already and was left: the databases in the volumes know its passwords`,
  );
  process.exit(1);
}
