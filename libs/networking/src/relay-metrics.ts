import { Metrics } from '@mediation/nest';
import type { Relay, RelayStatus } from '@mediation/recording/relay';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Gauge } from 'prom-client';

const GAUGES: readonly { name: string; help: string; of: (status: RelayStatus) => number | undefined }[] = [
  {
    name: 'relay_lag_events',
    help: 'Events of the journal that are not yet on Kafka.',
    of: ({ lagEvents }) => lagEvents,
  },
  {
    name: 'relay_lag_seconds',
    help: 'Age of the oldest event that is not yet on Kafka; 0 when there is none.',
    of: ({ lagSeconds }) => lagSeconds,
  },
  {
    name: 'relay_is_leader',
    help: '1 in the process that publishes its journal, 0 in those that stand by.',
    of: ({ leading }) => (leading ? 1 : 0),
  },
  {
    name: 'relay_stopped',
    help: '1 while the broker refuses an event and everything behind it waits.',
    of: ({ stoppedAt }) => (stoppedAt ? 1 : 0),
  },
];

/** How far Kafka is behind the journal, and whether this process is the one that closes the gap. */
export const watchRelay = (app: NestFastifyApplication, relay: Relay): void => {
  for (const { name, help, of } of GAUGES) {
    new Gauge({
      name,
      help,
      registers: [app.get(Metrics).registry],
      collect() {
        // Not a number while it is not known; 0 would say that nothing waits.
        this.set(of(relay.status()) ?? Number.NaN);
      },
    });
  }
};
