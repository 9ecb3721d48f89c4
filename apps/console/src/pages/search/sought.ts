import { onScopeDispose, shallowRef, type ShallowRef } from 'vue';
import { useRouter } from 'vue-router';

const inHistory = (): string => {
  const { q } = (history.state ?? {}) as { readonly q?: unknown };
  return typeof q === 'string' ? q : '';
};

/** What is sought may be a person's name: it is kept with the entry of the browser's history, and in no address. */
export const useSought = (): Readonly<ShallowRef<string>> => {
  const sought = shallowRef(inHistory());
  onScopeDispose(useRouter().afterEach(() => void (sought.value = inHistory())));
  return sought;
};
