import { Metrics } from '@mediation/nest';
import { Inject, Injectable } from '@nestjs/common';
import { Counter, Gauge } from 'prom-client';
import type { DataSource } from 'typeorm';
import { rows, sql } from '../sql';
import { VIEWS, WEBHOOK_SENDER } from '../tokens';
import type { WebhookSender } from './sender';

/** Whether those who subscribed are told. No label names a receiver or a dispute. */
@Injectable()
export class WebhookMetrics {
  constructor(
    @Inject(Metrics) { registry }: Metrics,
    @Inject(VIEWS) views: DataSource,
    @Inject(WEBHOOK_SENDER) sender: WebhookSender,
  ) {
    new Gauge({
      name: 'webhook_disputes',
      help: 'Disputes by how telling them stands, over all subscriptions.',
      labelNames: ['state'],
      registers: [registry],
      async collect() {
        const found = await rows<{ due: number; failing: number; dead: number }>(
          views,
          sql`SELECT count(*) FILTER (WHERE state = 'due')::int AS due, count(*) FILTER (WHERE state = 'due' AND attempts > 0)::int AS failing,
                count(*) FILTER (WHERE state = 'dead')::int AS dead FROM webhooks.streams WHERE state <> 'told'`,
        );
        for (const [state, count] of Object.entries(found[0] ?? {})) this.set({ state }, count);
      },
    });
    new Counter({
      name: 'webhook_attempts_total',
      help: 'Deliveries tried by this process.',
      labelNames: ['result'],
      registers: [registry],
      collect() {
        this.reset();
        this.inc({ result: 'delivered' }, sender.delivered);
        this.inc({ result: 'failed' }, sender.failed);
      },
    });
  }
}
