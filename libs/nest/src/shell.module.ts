import { Module, type DynamicModule } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, DiscoveryModule } from '@nestjs/core';
import { CqrsModule } from '@nestjs/cqrs';
import { BearerGuard, VERIFY_TOKEN, type VerifyToken } from './auth';
import { BusGuard } from './bus-guard';
import { Draining } from './drain';
import { HEALTH_CHECKS, HealthController, type HealthCheck } from './health.controller';
import { Metrics } from './metrics';
import { ProblemFilter } from './problem.filter';

export interface ShellOptions {
  readonly verify: VerifyToken;
  readonly healthChecks: readonly HealthCheck[];
}

/** What every service has: problems, tokens, health, metrics and a command bus that refuses to boot half-wired. */
@Module({})
export class ShellModule {
  static forRoot({ verify, healthChecks }: ShellOptions): DynamicModule {
    return {
      module: ShellModule,
      global: true,
      imports: [CqrsModule.forRoot(), DiscoveryModule],
      controllers: [HealthController],
      providers: [
        { provide: VERIFY_TOKEN, useValue: verify },
        { provide: HEALTH_CHECKS, useValue: healthChecks },
        { provide: APP_FILTER, useClass: ProblemFilter },
        { provide: APP_GUARD, useClass: BearerGuard },
        Metrics,
        Draining,
        BusGuard,
      ],
      exports: [Metrics],
    };
  }
}
