import { Metrics } from '@mediation/nest';
import type { Recorder } from '@mediation/recording/recorder';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Counter, Gauge } from 'prom-client';

/** What became of the events that came, and what waits for an operator. */
export const watchRecorder = (app: NestFastifyApplication, recorder: Recorder): void => {
  const registers = [app.get(Metrics).registry];
  new Counter({
    name: 'recorder_events_total',
    help: 'Events by what became of them, in this process.',
    labelNames: ['outcome'],
    registers,
    collect() {
      this.reset();
      for (const [outcome, count] of Object.entries(recorder.counts)) this.inc({ outcome }, count);
    },
  });
  new Gauge({
    name: 'recorder_quarantined',
    help: 'Events in the quarantine that nobody has resolved, by reason.',
    labelNames: ['reason'],
    registers,
    async collect() {
      this.reset();
      const waiting = await recorder.quarantined().catch(() => ({}));
      for (const [reason, count] of Object.entries(waiting)) this.set({ reason }, count);
    },
  });
};
