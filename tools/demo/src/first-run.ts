import type { EmbeddedIssuer, Role } from '@mediation/access';
import type { Directory } from '@mediation/directory';
import { replaySampleYear } from '@tools/sample-year';
import { Presets, SingleBar } from 'cli-progress';
import type { Tier } from '@mediation/kernel';
import { isSampleYearIn, markBegun, markWhole } from './sample-year-state';
import { sampleSubject } from './sample-subject';
import { say } from './say';

interface FirstRun {
  readonly dataDir: string;
  readonly urlOf: (tier: Tier) => string;
  readonly directory: Directory;
  readonly issuer: EmbeddedIssuer;
  readonly ending: AbortSignal;
}

const ONE_HOUR_SECONDS = 3_600;

/** A bar where there is a terminal, else a line for every tenth. */
const progressBar = () => {
  const bar = new SingleBar(
    {
      format: '回放 2025 年样例 · replaying 2025 |{bar}| {percentage}% {label} {value}/{total}',
      hideCursor: true,
      noTTYOutput: true,
      notTTYSchedule: 5_000,
    },
    Presets.shades_classic,
  );
  let started = false;
  return {
    show: (done: number, total: number, label: string) => {
      if (!started) bar.start(total, 0, { label });
      started = true;
      bar.update(done, { label });
    },
    stop: () => bar.stop(),
  };
};

/** Sends a year of a district's mediation through the public calls, once. */
export const replayOnFirstRun = async ({ dataDir, urlOf, directory, issuer, ending }: FirstRun): Promise<void> => {
  if (isSampleYearIn(dataDir)) return;
  const tokenFor = (org: string, role: Role) =>
    issuer.sign({ sub: sampleSubject(role, org), org, roles: [role], ttlSeconds: ONE_HOUR_SECONDS });
  const bar = progressBar();
  const startedAt = performance.now();
  markBegun(dataDir);
  try {
    const report = await replaySampleYear({
      urlOf,
      tokenFor,
      directory,
      signal: ending,
      onProgress: bar.show,
    });
    markWhole(dataDir, report);
    bar.stop();
    const seconds = ((performance.now() - startedAt) / 1000).toFixed(0);
    say(
      `已回放 ${report.disputes} 件纠纷的 ${report.commands} 步办理,用时 ${seconds} 秒`,
      `replayed ${report.commands} steps of ${report.disputes} disputes in ${seconds} s`,
    );
  } catch (error) {
    bar.stop();
    if (!ending.aborted) throw error;
    say('回放已中断,下次启动继续', 'the replay was interrupted and goes on at the next start');
  }
};
