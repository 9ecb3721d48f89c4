import type { Role } from '@mediation/access';
import type { BodyCode, Tier } from '@mediation/kernel';
import type { SampleDirectory } from './district-map';
import { httpPost } from './http-post';
import { planSampleYear, type PlannedDispute } from './plan';
import { planScreenings } from './screenings';
import { planSubsidies } from './subsidies';
import { postStep, type Poster } from './post-step';

export const SAMPLE_SEED = 2025;
const CONCURRENCY = 8;

export interface ReplayOptions {
  /** Where a tier is served, by plain HTTP: `http://127.0.0.1:8080`. */
  readonly urlOf: (tier: Tier) => string;
  /** Of the same subject each time: an Idempotency-Key is known per subject. Asked once for each body and role. */
  readonly tokenFor: (org: BodyCode, role: Role) => Promise<string>;
  readonly directory: SampleDirectory;
  readonly seed?: number;
  /** Disputes at a time; the steps of one always follow each other. */
  readonly concurrency?: number;
  readonly onProgress?: (done: number, total: number, label: string) => void;
  readonly signal?: AbortSignal;
}

export interface ReplayReport {
  readonly disputes: number;
  readonly screenings: number;
  readonly subsidies: number;
  readonly commands: number;
}

/**
 * Sends the year's commands, the disputes in order of registration. Each has a key of its own, so a replay that was cut off at
 * any moment is simply run again: what is recorded already answers as it did the first time.
 * @throws SampleStepFailed for any answer but 200 and 201; the signal's reason when aborted
 */
export const replaySampleYear = async (options: ReplayOptions): Promise<ReplayReport> => {
  const { directory, seed = SAMPLE_SEED, concurrency = CONCURRENCY } = options;
  const plan = planSampleYear(directory, seed);
  const screenings = planScreenings(directory, seed, plan);
  const subsidies = planSubsidies(plan, plan.length + screenings.length + 1);
  const total = [...plan, ...screenings, ...subsidies].reduce((sum, { steps }) => sum + steps.length, 0);
  const stop = new AbortController();
  const signal = options.signal ? AbortSignal.any([options.signal, stop.signal]) : stop.signal;
  const http = httpPost(concurrency);
  const post = postStep({ ...options, seed, post: http.post });
  let done = 0;
  const stepDone = ({ registeredOn }: PlannedDispute): void => {
    done += 1;
    options.onProgress?.(done, total, registeredOn);
  };
  const tell = async (courses: readonly PlannedDispute[]): Promise<void> => {
    const queue = courses.values();
    const worker = () =>
      work(queue, post, { signal, stepDone }).catch((error: unknown) => {
        stop.abort(error);
        throw error;
      });
    const ended = await Promise.allSettled(Array.from({ length: concurrency }, worker));
    const failed = ended.find((each) => each.status === 'rejected');
    if (failed) throw failed.reason;
  };
  try {
    await tell(plan);
    // Their findings name disputes.
    await tell(screenings);
    // Their files are of disputes that are whole.
    await tell(subsidies);
  } finally {
    http.close();
  }
  return { disputes: plan.length, screenings: screenings.length, subsidies: subsidies.length, commands: total };
};

interface Course {
  readonly signal: AbortSignal;
  readonly stepDone: (dispute: PlannedDispute) => void;
}

/** One of several workers that share the queue. */
const work = async (queue: Iterable<PlannedDispute>, post: Poster, { signal, stepDone }: Course): Promise<void> => {
  for (const dispute of queue) {
    let id = '';
    for (const index of dispute.steps.keys()) {
      signal.throwIfAborted();
      id = await post(dispute, index, id);
      stepDone(dispute);
    }
  }
};
