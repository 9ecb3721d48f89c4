import { onScopeDispose } from 'vue';
import { feed, type FeedEvent } from './feed';

/** Many events come at once: one look for all of them. */
const TOGETHER_MS = 120;

/**
 * Calls `reload` soon after something happened that the person may see, after the connection was lost and is back, and
 * when the network returns. One reload runs at a time; what comes meanwhile is answered by one more.
 */
export const useLive = (reload: () => unknown, concerns: (event: FeedEvent) => boolean = () => true): void => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running = false;
  let again = false;
  const run = async (): Promise<void> => {
    if (running) return void (again = true);
    running = true;
    do {
      again = false;
      await reload();
    } while (again);
    running = false;
  };
  const soon = (): void => {
    timer ??= setTimeout(() => {
      timer = undefined;
      void run();
    }, TOGETHER_MS);
  };
  const off = feed.on((event) => {
    if (event === 'resumed' || concerns(event)) soon();
  });
  addEventListener('online', soon);
  onScopeDispose(() => {
    off();
    clearTimeout(timer);
    removeEventListener('online', soon);
  });
};
