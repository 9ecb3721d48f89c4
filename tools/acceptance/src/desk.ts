import { parseBodyCode, type JsonObject, type Tier } from '@mediation/kernel';
import { httpCall, type HttpAnswer } from './http-call';

/** Someone with a token, at the address of the own tier. */
export interface Desk {
  readonly org: string;
  readonly token: string;
  get(path: string): Promise<HttpAnswer>;
  post(path: string, body?: JsonObject, headers?: Record<string, string>): Promise<HttpAnswer>;
}

/** Where each service answers. */
export type Service = Tier | 'center';
export type UrlOf = (service: Service) => string;

/** `call` makes the calls, where they are to be looked at on the way. */
export const deskAt = (urlOf: UrlOf, org: string, token: string, call = httpCall): Desk => {
  const tier = parseBodyCode(org)?.tier ?? 'village';
  const at = (path: string): string => {
    const [, service] = /^\/api\/(village|township|district|center)\//.exec(path) ?? [];
    return service === undefined ? `${urlOf(tier)}/api/${tier}/v1${path}` : `${urlOf(service as Service)}${path}`;
  };
  const authorization = `Bearer ${token}`;
  return {
    org,
    token,
    get: (path) => call(at(path), { headers: { authorization } }),
    post: (path, body, headers = {}) =>
      call(at(path), {
        method: 'POST',
        headers: { authorization, ...(body && { 'content-type': 'application/json' }), ...headers },
        ...(body && { body: JSON.stringify(body) }),
      }),
  };
};
