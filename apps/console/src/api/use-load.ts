import { computed, onScopeDispose, shallowRef, watch, type ComputedRef, type ShallowRef, type WatchSource } from 'vue';
import { failureOf, type Failure } from './client';

/** What a view has: nothing yet, an answer, or why there is none. An answer stays while a newer one is fetched. */
export interface Load<Answer> {
  readonly data: ShallowRef<Answer | undefined>;
  readonly failure: ShallowRef<Failure | undefined>;
  readonly loading: ComputedRef<boolean>;
  reload(): Promise<void>;
}

/** Fetches now, whenever `on` changes, and when told to; the last question's answer is the one shown. */
export const useLoad = <Answer>(
  fetchAnswer: (signal: AbortSignal) => Promise<Answer>,
  on?: WatchSource | WatchSource[],
): Load<Answer> => {
  const data = shallowRef<Answer>();
  const failure = shallowRef<Failure>();
  const asking = shallowRef<AbortController>();
  const reload = async (): Promise<void> => {
    asking.value?.abort();
    const mine = new AbortController();
    asking.value = mine;
    try {
      const answer = await fetchAnswer(mine.signal);
      if (asking.value !== mine) return;
      data.value = answer;
      failure.value = undefined;
    } catch (error) {
      if (mine.signal.aborted) return;
      failure.value = failureOf(error);
    } finally {
      if (asking.value === mine) asking.value = undefined;
    }
  };
  if (on !== undefined) watch(on, () => void reload());
  onScopeDispose(() => asking.value?.abort());
  void reload();
  return { data, failure, loading: computed(() => asking.value !== undefined), reload };
};
