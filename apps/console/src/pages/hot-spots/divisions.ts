import { shallowRef, type ShallowRef } from 'vue';
import { ask, client } from '../../api/client';

export interface NamedDivision {
  readonly code: string;
  readonly name?: string | undefined;
  readonly tier: string;
}

/** Of what may be filtered by; none until they are there: the filter works without names of townships. */
export const useDivisions = (): ShallowRef<readonly NamedDivision[]> => {
  const divisions = shallowRef<readonly NamedDivision[]>([]);
  void ask(client.GET('/api/center/v1/hot-spots', { params: { query: {} } }))
    .then(({ places }) => (divisions.value = places.map(({ division }) => division)))
    .catch(() => undefined);
  return divisions;
};
