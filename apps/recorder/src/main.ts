import { openEventStore } from '@mediation/event-store/open';
import { createApp, PinoLogger, ShellModule, type VerifyToken } from '@mediation/nest';
import { LIFECYCLE_TOPIC } from '@mediation/recording/lifecycle';
import { openRecorder } from '@mediation/recording/recorder';
import { kafkaShape, messagingOf, watchConsumption } from '@mediation/networking';
import { parseEnv, postgresUrl, processShape, runService, ServiceModule, type Service } from '@mediation/service';
import { z } from 'zod';
import { watchRecorder } from './recorder-metrics';

const GROUP = 'recorder';

const configSchema = z.object({
  ...processShape(8084),
  ...kafkaShape,
  EVENT_STORE_URL: z.string().min(1),
  /** Where quarantine and witness are kept. */
  DATABASE_URL: postgresUrl,
});

/** Health and metrics are public; it has no other calls. */
const nobody: VerifyToken = () => Promise.resolve({ refusal: 'token-invalid' });

const open = async (config: z.output<typeof configSchema>): Promise<Service> => {
  const logger = new PinoLogger(config.LOG_LEVEL);
  const store = openEventStore(config.EVENT_STORE_URL);
  const recorder = openRecorder({
    store,
    databaseUrl: config.DATABASE_URL,
    onEvent: (event) => logger.warn({ msg: 'recorder', ...event }, 'recorder'),
  });
  const messaging = messagingOf(config, 'recorder', logger);
  const consumption = messaging.consume({ group: GROUP, topics: [LIFECYCLE_TOPIC], handle: recorder.handle });
  const healthChecks = [
    { name: 'event-store', check: async () => void (await store.head()) },
    { name: 'quarantine', check: () => recorder.check() },
    {
      name: 'consumer',
      check: () => consumption.check(),
      status: async () => ({ lag: await consumption.lag(), head: await store.head() }),
    },
  ];
  const shell = ShellModule.forRoot({ verify: nobody, healthChecks });
  const app = await createApp(ServiceModule.of({ imports: [shell] }), { logger });
  watchConsumption(app, GROUP, consumption);
  watchRecorder(app, recorder);
  return {
    app,
    ended: consumption.ended,
    close: async () => {
      await messaging.close();
      await recorder.close();
      await store.close();
    },
  };
};

runService('recorder', () => {
  const config = parseEnv(configSchema, process.env);
  return { config, open: () => open(config) };
});
