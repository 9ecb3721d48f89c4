import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { isRole, openEmbeddedIssuer, ROLES, type Role } from '@mediation/access';
import { parseBodyCode } from '@mediation/kernel';

/** The caller asked for something that cannot be; the message says what to do. */
export class UsageError extends Error {}

export const USAGE = `用法 usage:
  npm run -s token -- --role mediator --org 370402102-committee [--sub x] [--ttl 12h]
    --role  角色，可重复 role, may be repeated: ${ROLES.join(', ')}
    --org   机构代码 code of the body the bearer acts for
    --sub   持有人标识，默认取自角色 who the bearer is; default: from the role
    --ttl   有效期，默认 12h，如 30m、12h、7d how long it is good for`;

const UNIT_SECONDS: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3_600, d: 86_400 };
const LONGEST_SECONDS = 366 * 86_400;

const ttlSeconds = (text: string): number => {
  const [, count, unit] = /^([1-9]\d{0,7})([smhd])$/.exec(text) ?? [];
  const seconds = Number(count) * (UNIT_SECONDS[unit ?? ''] ?? NaN);
  if (seconds <= LONGEST_SECONDS) return seconds;
  throw new UsageError(`有效期 “${text}” 无效，请写如 12h，最长 366d not a time to live; write e.g. 12h, at most 366d`);
};

const rolesFrom = (texts: readonly string[]): Role[] => {
  if (texts.length === 0) throw new UsageError(`请用 --role 指明角色 give a --role\n${USAGE}`);
  return texts.map((text) => {
    if (isRole(text)) return text;
    throw new UsageError(`没有角色 “${text}” no such role; the roles are:\n  ${ROLES.join('\n  ')}`);
  });
};

const orgFrom = (text: string | undefined): string => {
  if (text === undefined) throw new UsageError(`请用 --org 指明机构 give an --org\n${USAGE}`);
  if (parseBodyCode(text) !== undefined) return text;
  throw new UsageError(`“${text}” 不是机构代码，例 not a body's code, e.g. 370402102-committee, 370402-center`);
};

const parse = (args: readonly string[]) => {
  try {
    return parseArgs({
      args: [...args],
      options: {
        role: { type: 'string', multiple: true, default: [] },
        org: { type: 'string' },
        sub: { type: 'string' },
        ttl: { type: 'string', default: '12h' },
      },
    }).values;
  } catch (error) {
    throw new UsageError(`${error instanceof Error ? error.message : String(error)}\n${USAGE}`);
  }
};

/** A token signed by the local issuer of that data folder. @throws UsageError */
export const issueToken = async (args: readonly string[], dataDir: string): Promise<string> => {
  const { role, org, sub, ttl } = parse(args);
  const roles = rolesFrom(role);
  const request = { roles, org: orgFrom(org), sub: sub ?? `local-${roles.join('-')}`, ttlSeconds: ttlSeconds(ttl) };
  const keyFile = join(dataDir, 'issuer.json');
  const issuer = await openEmbeddedIssuer(keyFile);
  if (issuer === undefined)
    throw new UsageError(
      `没有 ${keyFile}，请先运行 npm start；若使用外部签发者，请向其索取令牌 no such file; run npm start first, or ask your own issuer for a token`,
    );
  return issuer.sign(request);
};
