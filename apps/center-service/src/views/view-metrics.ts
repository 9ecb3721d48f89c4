import { Metrics } from '@mediation/nest';
import { Inject, Injectable } from '@nestjs/common';
import { Counter, Gauge } from 'prom-client';
import { PROJECTING } from '../tokens';
import type { Projecting } from './projecting';

/** Whether the views keep up, for whoever watches. Labels are names of views. */
@Injectable()
export class ViewMetrics {
  constructor(@Inject(Metrics) { registry }: Metrics, @Inject(PROJECTING) projecting: Projecting) {
    new Gauge({
      name: 'view_parked_streams',
      help: 'Streams that a view could not take in and that wait for a retry.',
      labelNames: ['view'],
      registers: [registry],
      async collect() {
        const statuses = await projecting.views.statuses();
        for (const { name, parked, state } of statuses) if (state === 'live') this.set({ view: name }, parked);
      },
    });
    new Gauge({
      name: 'projector_following',
      help: '1 while every view follows the event store, 0 while one fails.',
      registers: [registry],
      collect() {
        this.set(projecting.status().state === 'following' ? 1 : 0);
      },
    });
    const projected = new Counter({
      name: 'projected_events_total',
      help: 'Events put into the views by this process.',
      registers: [registry],
      collect() {
        this.reset();
        this.inc(projecting.projected);
      },
    });
    projected.inc(0);
  }
}
