import type { components, paths } from '@mediation/client';
import { computed } from 'vue';
import { ask, client } from '../../api/client';
import { session } from '../../session/session';

export type Webhook = components['schemas']['WebhookSubscription'];
export type WebhookDetail = components['schemas']['WebhookSubscriptionDetail'];
export type Subscribed = components['schemas']['WebhookSubscribed'];
export type Tested = components['schemas']['WebhookTested'];
type At = '/api/center/v1/webhooks';
export type NewWebhook = paths[At]['post']['requestBody']['content']['application/json'];

const AT: At = '/api/center/v1/webhooks';
const ONE = `${AT}/{id}` as const;
const of = (id: string) => ({ params: { path: { id } } });

export const readWebhooks = (signal: AbortSignal) => ask(client.GET(AT, { signal }));
export const readWebhook = (id: string, signal: AbortSignal) => ask(client.GET(ONE, { signal, ...of(id) }));
export const readConsumers = (signal: AbortSignal) => ask(client.GET('/api/center/v1/feed/consumers', { signal }));
export const readBodies = (signal: AbortSignal) =>
  ask(client.GET('/api/center/v1/directory/bodies', { signal, params: { query: {} } }));

export const subscribe = (body: NewWebhook) => ask(client.POST(AT, { body }));
export const setState = (id: string, state: 'active' | 'paused') =>
  ask(client.PATCH(ONE, { ...of(id), body: { state } }));
export const rotate = (id: string) => ask(client.POST(`${ONE}/secret`, { ...of(id), body: {} }));
export const test = (id: string) => ask(client.POST(`${ONE}/test`, of(id)));
export const replay = (id: string, dispute?: string) =>
  ask(client.POST(`${ONE}/replay`, { ...of(id), body: dispute === undefined ? {} : { dispute } }));
export const remove = async (id: string): Promise<void> => {
  const { error, response } = await client.DELETE(ONE, of(id));
  if (error !== undefined) await ask(Promise.resolve({ error, response }));
};

/** Others who read the page change nothing on it. */
export const mayManage = computed(() => {
  const roles = session.claims.value?.roles ?? [];
  return roles.includes('center-officer') || roles.includes('system');
});

type Standing = 'active' | 'paused' | 'gone' | 'failing' | 'dead';

/** How a webhook does, the worst first. */
export const standingOf = ({ state, standing }: Webhook): Standing => {
  if (state !== 'active') return state;
  if (standing.dead > 0) return 'dead';
  return standing.failing > 0 ? 'failing' : 'active';
};

/** As the colours of parts.css name them; the words say it too. */
export const COLOUR: Readonly<Record<Standing, string>> = {
  active: 'green',
  paused: '',
  gone: 'red',
  failing: 'yellow',
  dead: 'red',
};

/** Of an attempt: the receiver's status, or why there was none. */
export const resultOf = ({ status, error }: { status?: number | undefined; error?: string | undefined }): string =>
  status === undefined ? (error ?? '—') : String(status);
