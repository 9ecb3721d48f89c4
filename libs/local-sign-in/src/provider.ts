import { randomBytes } from 'node:crypto';
import type { EmbeddedIssuer } from '@mediation/access';
import type { Configuration, KoaContextWithOIDC, Provider } from 'oidc-provider';
import { inMemoryAdapter } from './in-memory-adapter';
import { signOutPage, signedOutPage, wentWrongPage, type PageAnswer } from './pages';
import type { Person } from './people';

export interface ProviderOptions {
  readonly issuer: EmbeddedIssuer;
  readonly clientId: string;
  /** Origins at which the console is open on this machine. */
  readonly consoles: readonly string[];
  readonly personOf: (id: string) => Person | undefined;
}

/** Below the provider's own paths, where one says who one is. */
export const SIGN_IN_PATH = '/oidc/sign-in/';

const SECONDS = { code: 60, picking: 15 * 60, signedIn: 8 * 3_600 };
/** What the access tokens are for; the services trust the issuer and ask for no audience unless told. */
const API = 'urn:mediation:api';
const KEY_ALGORITHM = 'EdDSA';

const clientOf = ({ clientId, consoles }: ProviderOptions) => ({
  client_id: clientId,
  token_endpoint_auth_method: 'none' as const,
  application_type: 'web' as const,
  grant_types: ['authorization_code'],
  response_types: ['code' as const],
  id_token_signed_response_alg: KEY_ALGORITHM as 'EdDSA',
  redirect_uris: consoles.map((origin) => `${origin}/signed-in`),
  post_logout_redirect_uris: consoles.map((origin) => `${origin}/`),
});

const apiServer = () => ({
  scope: 'openid',
  audience: API,
  accessTokenFormat: 'jwt' as const,
  accessTokenTTL: SECONDS.signedIn,
  jwt: { sign: { alg: KEY_ALGORITHM as 'EdDSA' } },
});

const render = (ctx: KoaContextWithOIDC, { status, headers, body }: PageAnswer): void => {
  ctx.status = status;
  ctx.set({ ...headers });
  ctx.body = body;
};

const features = ({ consoles }: ProviderOptions): Configuration['features'] => ({
  devInteractions: { enabled: false },
  userinfo: { enabled: false },
  resourceIndicators: {
    enabled: true,
    defaultResource: () => API,
    useGrantedResource: () => true,
    getResourceServerInfo: apiServer,
  },
  rpInitiatedLogout: {
    enabled: true,
    logoutSource: (ctx, form) => {
      const known = ctx.oidc.entities['IdTokenHint'] !== undefined;
      render(ctx, signOutPage(form, known, consoles));
    },
    postLogoutSuccessSource: (ctx) => render(ctx, signedOutPage()),
  },
});

/** Whoever signed in here has agreed: there is one client, and it is ours. */
const loadExistingGrant: Configuration['loadExistingGrant'] = async ({ oidc }) => {
  const { provider, client, session } = oidc;
  if (client === undefined || session?.accountId === undefined) return undefined;
  const found = session.grantIdFor(client.clientId);
  if (found !== undefined) return provider.Grant.find(found);
  const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId });
  grant.addOIDCScope('openid');
  grant.addResourceScope(API, 'openid');
  await grant.save();
  return grant;
};

const configuration = (options: ProviderOptions): Configuration => ({
  adapter: inMemoryAdapter(Date.now),
  jwks: { keys: options.issuer.signingKeys().keys as never },
  clients: [clientOf(options)],
  clientBasedCORS: (_, origin) => options.consoles.includes(origin),
  scopes: ['openid'],
  claims: { openid: ['sub', 'org', 'roles', 'name'] },
  conformIdTokenClaims: false,
  pkce: { required: () => true, methods: ['S256'] },
  cookies: { keys: [randomBytes(32).toString('base64url')], short: { sameSite: 'lax' }, long: { sameSite: 'lax' } },
  routes: {
    authorization: '/oidc/authorize',
    token: '/oidc/token',
    end_session: '/oidc/sign-out',
    jwks: '/.well-known/jwks.json',
  },
  interactions: { url: (_, interaction) => `${SIGN_IN_PATH}${interaction.uid}` },
  ttl: {
    AccessToken: SECONDS.signedIn,
    AuthorizationCode: SECONDS.code,
    IdToken: SECONDS.signedIn,
    Interaction: SECONDS.picking,
    Session: SECONDS.signedIn,
    Grant: SECONDS.signedIn,
  },
  features: features(options),
  loadExistingGrant,
  findAccount: (_, id) => {
    const person = options.personOf(id);
    if (person === undefined) return undefined;
    const { role, org, bodyName } = person;
    return { accountId: id, claims: () => ({ sub: id, org, roles: [role], name: bodyName }) };
  },
  extraTokenClaims: (_, token) => {
    const person = 'accountId' in token ? options.personOf(token.accountId) : undefined;
    return person && { org: person.org, roles: [person.role] };
  },
  renderError: (ctx, { error }) => render(ctx, wentWrongPage(error)),
});

/** The library is loaded when somebody signs in first: it takes a third of a second and 30 MB. */
export const openProvider = async (options: ProviderOptions): Promise<Provider> => {
  const { Provider } = await import('oidc-provider');
  return new Provider(options.issuer.issuer, configuration(options));
};
