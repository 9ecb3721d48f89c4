import { spawnSync } from 'node:child_process';
import { openCuttableWay, type CuttableWay } from './cuttable-way';

/** A server that the suite shares with whoever else uses it. */
export interface KurrentServer {
  readonly connectionString: string;
  /** Leads to it; undefined where no way can be laid from here. */
  readonly way: CuttableWay | undefined;
  stop(): Promise<void>;
}

export interface KurrentSource {
  readonly canCut: boolean;
  start(): Promise<KurrentServer>;
}

/** One node without TLS: in a cluster the nodes are found by their own names, and a certificate is for its own host. */
const PLAIN_NODE =
  /^(?:esdb|kurrentdb):\/\/(?<user>[^@/]*@)?(?<host>[^:/,?]+)(?::(?<port>\d+))?\/?\?(?<query>.*tls=false.*)$/i;

const through = async (connectionString: string, end: () => Promise<void>): Promise<KurrentServer> => {
  const node = PLAIN_NODE.exec(connectionString)?.groups;
  if (node === undefined) return { connectionString, way: undefined, stop: end };
  const { user = '', host = '', port = '2113', query = '' } = node;
  const way = await openCuttableWay(host, Number(port));
  const stop = async (): Promise<void> => {
    await way.shut();
    await end();
  };
  return { connectionString: `kurrentdb://${user}127.0.0.1:${way.port}?${query}`, way, stop };
};

const given = (connectionString: string): KurrentSource => ({
  canCut: PLAIN_NODE.test(connectionString),
  start: () => through(connectionString, async () => undefined),
});

const PORT = 2113;

const container = (image: string): KurrentSource => ({
  canCut: true,
  start: async () => {
    const { GenericContainer, Wait } = await import('testcontainers');
    const started = await new GenericContainer(image)
      .withCommand(['--insecure', '--run-projections=None'])
      .withExposedPorts(PORT)
      .withWaitStrategy(Wait.forHttp('/health/live', PORT).forStatusCode(204))
      .withStartupTimeout(240_000)
      .start();
    const url = `kurrentdb://${started.getHost()}:${started.getMappedPort(PORT)}?tls=false`;
    return through(url, async () => void (await started.stop()));
  },
});

/** Asked while the cases are being named, when nothing can be awaited. */
const hasEngine = (): boolean => spawnSync('docker', ['info'], { stdio: 'ignore', timeout: 10_000 }).status === 0;

/** The server of KURRENTDB_URL, else one in Docker (KURRENTDB_IMAGE), else none. */
export const findKurrent = (): KurrentSource | undefined => {
  const url = process.env['KURRENTDB_URL'] ?? '';
  if (url !== '') return given(url);
  if (hasEngine()) return container(process.env['KURRENTDB_IMAGE'] ?? 'kurrentplatform/kurrentdb:latest');
  process.stderr.write(
    '没有 KurrentDB,其测试被跳过;请设 KURRENTDB_URL 或启动 Docker · ' +
      'no KurrentDB, its tests are skipped; set KURRENTDB_URL or start Docker\n',
  );
  return undefined;
};
