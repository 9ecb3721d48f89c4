import { fetchEventSource } from '@microsoft/fetch-event-source';
import { shallowRef, watch } from 'vue';
import { session } from '../session/session';

export interface FeedEvent {
  readonly dispute: string;
  readonly revision: number;
  readonly type: string;
  readonly occurredAt: string;
  readonly actor: { readonly body: string; readonly name?: string };
  readonly custodian: { readonly body: string; readonly name?: string };
  readonly detail: Readonly<Record<string, unknown>>;
}

export type FeedState = 'waiting' | 'live';
export type Listener = (event: FeedEvent | 'resumed') => void;

const state = shallowRef<FeedState>('waiting');
const listeners = new Set<Listener>();
const tell = (event: FeedEvent | 'resumed'): void => listeners.forEach((listener) => listener(event));

const onopen = async (response: Response): Promise<void> => {
  if (response.status === 401) session.end('expired');
  if (!response.ok) throw new Error(`HTTP ${response.status}`);
  state.value = 'live';
  // What happened while nobody listened may not be told again.
  tell('resumed');
};

const authorization = () => ({ authorization: `Bearer ${session.token.value ?? ''}` });

const listen = (signal: AbortSignal): Promise<void> =>
  fetchEventSource('/api/center/v1/events', {
    signal,
    // The token of the moment: a long-lived feed outlives the one it began with.
    fetch: (input, init) => fetch(input, { ...init, headers: { ...init?.headers, ...authorization() } }),
    onopen,
    // Comments keep the connection alive and carry nothing.
    onmessage: ({ data }) => data !== '' && tell(JSON.parse(data) as FeedEvent),
    onclose: () => {
      throw new Error('the stream has ended');
    },
    // Comes back after the time the server told, and goes on where it was by Last-Event-ID.
    onerror: () => {
      state.value = 'waiting';
    },
  });

let stop: AbortController | undefined;

/** One connection for the whole console, as long as someone is signed in. */
export const startFeed = (): void => {
  watch(
    session.isSignedIn,
    (signedIn) => {
      stop?.abort();
      state.value = 'waiting';
      if (!signedIn) return;
      stop = new AbortController();
      void listen(stop.signal);
    },
    { immediate: true },
  );
};

export const feed = {
  state,
  /** @returns how to stop listening */
  on: (listener: Listener): (() => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
};
