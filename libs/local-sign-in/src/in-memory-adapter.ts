import type { Adapter, AdapterFactory, AdapterPayload } from 'oidc-provider';

interface Kept {
  readonly payload: AdapterPayload;
  readonly until: number;
}

/** A machine's own users make a few sign-ins a day; beyond this the oldest are forgotten. */
const CAPACITY = 5_000;

/** What the provider keeps of sign-ins under way and of sessions: in memory, so that a restart signs everyone out. */
export const inMemoryAdapter = (now: () => number): AdapterFactory => {
  const kept = new Map<string, Kept>();
  const findBy = (model: string, matches: (payload: AdapterPayload) => boolean): AdapterPayload | undefined => {
    for (const [key, { payload, until }] of kept) {
      if (key.startsWith(`${model}:`) && until > now() && matches(payload)) return payload;
    }
    return undefined;
  };
  const forget = () => {
    for (const [key, { until }] of kept) {
      if (until > now() && kept.size <= CAPACITY) break;
      kept.delete(key);
    }
  };
  return (model): Adapter => ({
    upsert: async (id, payload, expiresIn) => {
      kept.delete(`${model}:${id}`);
      kept.set(`${model}:${id}`, { payload, until: now() + expiresIn * 1_000 });
      forget();
    },
    find: async (id) => {
      const found = kept.get(`${model}:${id}`);
      return found !== undefined && found.until > now() ? found.payload : undefined;
    },
    findByUid: async (uid) => findBy(model, (payload) => payload.uid === uid),
    findByUserCode: async () => undefined,
    consume: async (id) => {
      const found = kept.get(`${model}:${id}`);
      if (found) found.payload.consumed = Math.floor(now() / 1_000);
    },
    destroy: async (id) => void kept.delete(`${model}:${id}`),
    revokeByGrantId: async (grantId) => {
      for (const [key, { payload }] of kept) if (payload.grantId === grantId) kept.delete(key);
    },
  });
};
