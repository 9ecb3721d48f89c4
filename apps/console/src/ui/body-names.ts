import { shallowReactive } from 'vue';

/** Names met in answers, for the places that know a code alone. */
const names = shallowReactive(new Map<string, string>());

export const rememberName = ({ body, name }: { readonly body: string; readonly name?: string | undefined }): void => {
  if (name !== undefined && names.get(body) !== name) names.set(body, name);
};

export const useBodyNames = (): ((code: string) => string | undefined) => (code) => names.get(code);
