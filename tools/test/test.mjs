// `npm test [-- paths and options of jest]`: every tier in one run, then one line of counts.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const jest = join(root, 'node_modules', 'jest', 'bin', 'jest.js');
// Soak files take minutes to hours, one after the other, and tell of their progress as they go.
const SOAK = ['--testRegex', '\\.soak\\.ts$', '--runInBand', '--verbose', '--testTimeout', String(6 * 3_600_000)];
// Faults take minutes each, with the whole network and a broker of their own, and write docs/faults.md.
const FAULTS = ['--testRegex', '\\.faults\\.ts$', '--runInBand', '--verbose', '--testTimeout', String(3_600_000)];
// KurrentDB's suite alone; it says itself where it looks for a server. Skipped cases are not run ones.
const KURRENT = ['--runInBand', '--verbose', 'libs/event-store/kurrentdb/.*\\.contract\\.spec\\.ts$'];
const ALL = ['--maxWorkers', String(Math.max(2, availableParallelism() - 1))];

const runJest = (args) =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, [jest, '--config', join(root, 'jest.config.cjs'), ...args], {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    // Ctrl-C reaches both of us; jest ends the server it started, and this waits for it.
    process.on('SIGINT', () => undefined);
    process.on('SIGTERM', () => child.kill('SIGTERM'));
    child.once('exit', (code) => resolve(code ?? 1));
  });

/** describeWithKafka marks its blocks. */
const passedOnKafka = ({ testResults }) =>
  testResults
    .flatMap(({ assertionResults }) => assertionResults)
    .filter(
      ({ status, ancestorTitles }) => status === 'passed' && ancestorTitles.some((each) => each.endsWith('(Kafka)')),
    ).length;

const readCounts = (file) => {
  try {
    const result = JSON.parse(readFileSync(file, 'utf8'));
    // A file that could not even be loaded holds no test that could fail.
    const failed = result.numFailedTests + result.numRuntimeErrorTestSuites;
    const skipped = result.numPendingTests + result.numTodoTests;
    return { passed: result.numPassedTests, failed, skipped, onKafka: passedOnKafka(result) };
  } catch {
    return { passed: 0, failed: 1, skipped: 0, onKafka: 0 };
  }
};

const given = process.argv.slice(2);
const tiers = { '--soak': SOAK, '--faults': FAULTS, '--kurrent': KURRENT };
const named = tiers[given[0]];
const folder = mkdtempSync(join(tmpdir(), 'mediation-results-'));
const outputFile = join(folder, 'results.json');
const tier = named ? [...named, ...given.slice(1)] : [...ALL, ...given];
const code = await runJest(['--json', '--outputFile', outputFile, ...tier]);
const { passed, failed, skipped, onKafka } = readCounts(outputFile);
rmSync(folder, { recursive: true, force: true });

if (onKafka > 0) console.log(`\n其中在真实 Kafka 上通过 ${onKafka} 项 · ${onKafka} of them passed on a real Kafka`);
console.log(`\n${passed} passed, ${failed} failed, ${skipped} skipped`);
const nothingRan = passed + failed === 0;
if (nothingRan) console.error('没有运行任何测试 · no test ran');
process.exit(code !== 0 || failed > 0 || nothingRan ? 1 : 0);
