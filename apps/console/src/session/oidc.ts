import { InMemoryWebStorage, UserManager, WebStorageStateStore, type User } from 'oidc-client-ts';
import { ask, client } from '../api/client';
import { session } from './session';

let opened: Promise<UserManager> | undefined;

/** Authorization code with PKCE; the issuer's own page asks who it is. */
const open = async (): Promise<UserManager> => {
  const { issuer, clientId, scope } = await ask(client.GET('/console/config.json'));
  const manager = new UserManager({
    authority: issuer,
    client_id: clientId,
    redirect_uri: `${location.origin}/signed-in`,
    post_logout_redirect_uri: `${location.origin}/`,
    response_type: 'code',
    scope,
    automaticSilentRenew: false,
    // The token is kept by the session; a refresh token stays in memory.
    userStore: new WebStorageStateStore({ store: new InMemoryWebStorage() }),
    stateStore: new WebStorageStateStore({ store: sessionStorage }),
  });
  manager.events.addAccessTokenExpiring(() => void renew(manager));
  return manager;
};

/** Where the issuer gives no refresh token, the session ends with its token and the person signs in again. */
const renew = async (manager: UserManager): Promise<void> => {
  const user = await manager.getUser();
  if (user?.refresh_token === undefined) return;
  const renewed = await manager.signinSilent().catch(() => null);
  if (renewed !== null) session.begin(renewed.access_token, renewed.id_token);
};

const manager = async (): Promise<UserManager> => {
  opened ??= open();
  try {
    return await opened;
  } catch (error) {
    opened = undefined;
    throw error;
  }
};

/** Leaves for the issuer; `to` is where the person wanted to go. */
export const signIn = async (to: string): Promise<void> => (await manager()).signinRedirect({ state: { to } });

/** Back from the issuer. @returns where the person wanted to go */
export const signedIn = async (): Promise<string> => {
  const user: User = await (await manager()).signinCallback().then(present);
  session.begin(user.access_token, user.id_token);
  const { to } = (user.state ?? {}) as { readonly to?: unknown };
  return typeof to === 'string' && to.startsWith('/') && !to.startsWith('//') ? to : '/';
};

const present = (user: User | undefined): User => {
  if (user === undefined) throw new Error('the issuer named nobody');
  return user;
};

/** Ends the session here and, for whoever signed in at the issuer, there. */
export const signOut = async (): Promise<void> => {
  const hint = session.idToken();
  session.end();
  if (hint !== undefined) await (await manager()).signoutRedirect({ id_token_hint: hint });
};
