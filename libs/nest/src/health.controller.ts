import { Controller, Get, Header, Inject } from '@nestjs/common';
import { Public } from './auth';
import { Draining } from './drain';
import { ProblemError } from './problem';
import { Metrics } from './metrics';

/** A part the service cannot do without; resolves when it is well, rejects when it is not. */
export interface HealthCheck {
  readonly name: string;
  check(): Promise<void>;
  /** Where it stands, for whoever looks at the ready answer: its position, how far behind. Nothing personal. */
  status?(): Promise<object>;
}
export const HEALTH_CHECKS = Symbol('HEALTH_CHECKS');

@Public()
@Controller()
export class HealthController {
  constructor(
    @Inject(HEALTH_CHECKS) private readonly checks: readonly HealthCheck[],
    @Inject(Metrics) private readonly metrics: Metrics,
    @Inject(Draining) private readonly draining: Draining,
  ) {}

  @Get('health/live')
  live() {
    return { status: 'ok' };
  }

  @Get('health/ready')
  async ready() {
    const results = await Promise.allSettled(this.checks.map((each) => each.check()));
    const failing = this.checks.filter((_, index) => results[index]?.status === 'rejected').map((each) => each.name);
    if (this.draining.begun) failing.push('draining');
    if (failing.length === 0) {
      return { status: 'ok', checks: this.checks.map((each) => each.name), ...(await this.statuses()) };
    }
    throw new ProblemError({
      status: 503,
      code: 'not-ready',
      zh: `未就绪：${failing.join('、')}`,
      en: `not ready: ${failing.join(', ')}`,
    });
  }

  private async statuses(): Promise<Readonly<Record<string, object | undefined>>> {
    const known = this.checks.filter((each) => each.status !== undefined);
    const standing = async ({ name, status }: HealthCheck) => [name, await status?.().catch(() => undefined)] as const;
    return Object.fromEntries(await Promise.all(known.map(standing)));
  }

  @Get('metrics')
  @Header('content-type', 'text/plain; version=0.0.4; charset=utf-8')
  prometheus(): Promise<string> {
    return this.metrics.registry.metrics();
  }
}
