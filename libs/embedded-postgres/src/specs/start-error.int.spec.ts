import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedPostgres, StartError } from '../index';

const itAsRoot = process.getuid?.() === 0 ? it : it.skip;

const failure = async (options: { dataDir: string; port?: number }): Promise<string> => {
  const error: unknown = await startEmbeddedPostgres(options).then(
    (server) => server.stop(),
    (reason: unknown) => reason,
  );
  if (!(error instanceof StartError)) throw new Error(`expected a StartError, got ${String(error)}`);
  return error.line;
};

describe('a start that cannot succeed says in one line what to do', () => {
  const base = mkdtempSync(join(tmpdir(), 'embedded-postgres-spec-'));
  // Temporary folders are private, and the database's user has to get in.
  beforeAll(() => chmodSync(base, 0o755));
  afterAll(() => rmSync(base, { recursive: true, force: true }));

  it('when the folder cannot be written', async () => {
    const file = join(base, 'a-file');
    writeFileSync(file, '');
    expect(await failure({ dataDir: join(file, 'data') })).toBe(
      `数据目录 ${file}/data 不可写,请改正权限,或用环境变量 DATA_DIR 指定另一个目录 · ` +
        `the data folder ${file}/data is not writable; correct its permissions or name another one in DATA_DIR`,
    );
  });

  itAsRoot("when the database's user cannot reach the folder", async () => {
    const home = join(base, 'home');
    mkdirSync(home);
    chmodSync(home, 0o700);
    expect(await failure({ dataDir: join(home, 'checkout', '.data') })).toMatch(
      new RegExp(
        `它进不了 ${home};请运行 chmod o\\+x ${home},.* · .*who cannot enter ${home}; run chmod o\\+x ${home},`,
      ),
    );
  });

  it('when the port asked for is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    const line = await failure({ dataDir: join(base, 'port'), port });
    other.close();
    expect(line).toContain(`the database port ${port} is taken; stop the program that uses it or choose another port`);
  });

  it('when the cluster is of another version, and when its password is lost', async () => {
    const dataDir = join(base, 'old');
    await (await startEmbeddedPostgres({ dataDir })).stop();
    writeFileSync(join(dataDir, 'cluster', 'PG_VERSION'), '9\n');
    expect(await failure({ dataDir })).toContain('is of PostgreSQL 9, this program has 18;');
    rmSync(join(dataDir, 'superuser-password'));
    expect(await failure({ dataDir })).toContain('superuser-password is missing from the data folder');
  });
});
