import type { Consumption } from '@mediation/messaging/port';
import { Metrics } from '@mediation/nest';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Gauge } from 'prom-client';

/** How far a consumer group is behind its topics. */
export const watchConsumption = (app: NestFastifyApplication, group: string, consumption: Consumption): void => {
  new Gauge({
    name: 'consumer_lag_messages',
    help: 'Messages of the group that are not yet acknowledged.',
    labelNames: ['group'],
    registers: [app.get(Metrics).registry],
    async collect() {
      // Unknown while no broker answers: then there is no number, not a zero.
      const lag = await consumption.lag().catch(() => undefined);
      if (lag === undefined) this.reset();
      else this.set({ group }, lag);
    },
  });
};
