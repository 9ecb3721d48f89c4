import { StartError } from '@mediation/kernel';
import { parseConfig } from './config';
import { startNetwork } from './start';
import { showStatus } from './status';

const USAGE = `用法 usage:
  npm run network            各服务分进程运行 every service as a process of its own (Ctrl-C 结束 ends it)
  npm run network -- status  各进程的健康、落后、位置 each process's health, lag and position
先 first: npm run kafka -- start
DATA_DIR, KAFKA_BROKERS, EVENT_STORE_URL (esdb://… kurrentdb://… postgresql://…), SAMPLE_YEAR=off,
CENTER_PORT VILLAGE_PORT TOWNSHIP_PORT DISTRICT_PORT RECORDER_PORT ISSUER_PORT`;

const run = async (verb: string): Promise<number> => {
  switch (verb) {
    case 'start':
      await startNetwork(parseConfig(process.env));
      return 0;
    case 'status':
      return (await showStatus(parseConfig(process.env).DATA_DIR)) ? 0 : 1;
    case '--help':
    case '-h':
      console.log(USAGE);
      return 0;
    default:
      console.error(USAGE);
      return 1;
  }
};

run(process.argv[2] ?? 'start').then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(error instanceof StartError ? error.line : error);
    process.exit(1);
  },
);
