import type { JsonObject } from '@mediation/kernel';
import Fastify from 'fastify';
import { v7 as timeOrderedId } from 'uuid';
import { barePool, INSERT, insertValues } from './bare-inserts';
import { registrations } from './sample-events';
import { endWithParent } from './server-process';

/** The least a durable registration could cost: one route, one parsed body, one prepared insert of one row. */
const serve = async (serviceUrl: string, connections: number, port: number): Promise<void> => {
  const pool = barePool(serviceUrl, connections);
  const template = registrations()();
  const app = Fastify();
  app.get('/ready', () => 'ready');
  app.post('/disputes', async (request, reply) => {
    const id = timeOrderedId();
    const event = { ...template.event, id, data: request.body as JsonObject };
    await pool.query({ ...INSERT, values: insertValues({ ...template, stream: `dispute-${id}`, event }) });
    return reply.status(201).send({ id, revision: 0 });
  });
  await app.listen({ port, host: '127.0.0.1' });
};

const [serviceUrl = '', connections, port] = process.argv.slice(2);
process.once('SIGTERM', () => process.exit(0));
process.on('SIGINT', () => undefined); // Ctrl-C reaches the whole group; who started this says when.
endWithParent();
void serve(serviceUrl, Number(connections), Number(port));
