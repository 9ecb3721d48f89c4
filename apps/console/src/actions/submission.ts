import { problemOf, type Recorded } from '@mediation/client';
import { computed, ref, shallowRef } from 'vue';
import { client, failureOf, type Failure } from '../api/client';

const newKey = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');

/**
 * Sends a body once: as long as nothing in it changes, another try has the same key, so that an answer lost on the way
 * does not do it twice. A key that is given stays, for what may be done once whatever is typed.
 */
export const useSubmission = (fixedKey?: string) => {
  const sending = ref(false);
  const failure = shallowRef<Failure>();
  const nextKey = (): string => fixedKey ?? newKey();
  let key = nextKey();

  const send = async (path: string, body: object, revision?: number): Promise<Recorded | undefined> => {
    sending.value = true;
    failure.value = undefined;
    try {
      const { data, error, response } = await client.write(path, body, { idempotencyKey: key, ifRevision: revision });
      if (data !== undefined) {
        key = nextKey();
        return data;
      }
      failure.value = { kind: 'refused', problem: problemOf(error, response) };
    } catch (error) {
      failure.value = failureOf(error);
    } finally {
      sending.value = false;
    }
    return undefined;
  };

  return {
    sending,
    failure,
    send,
    fieldProblems: computed((): readonly (readonly [string, string])[] =>
      failure.value?.kind === 'refused'
        ? (failure.value.problem.errors ?? []).map(({ pointer, message }) => [pointer, message] as const)
        : [],
    ),
    /** Something was changed: what was said of it no longer holds, and it is another thing to send. */
    again: (): void => {
      key = nextKey();
      failure.value = undefined;
    },
  };
};
