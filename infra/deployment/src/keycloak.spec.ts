import { ROLES, verifier } from '@mediation/access';
import { bodiesOf, parseDivisionCsv } from '@mediation/directory';
import { createLocalJWKSet, exportJWK, generateKeyPair, SignJWT } from 'jose';
import { jsonOf, textOf, yamlOf } from './files';

interface Mapper {
  readonly protocolMapper: string;
  readonly config: Readonly<Record<string, string>>;
}
interface User {
  readonly username: string;
  readonly serviceAccountClientId?: string;
  readonly attributes: Readonly<Record<string, readonly string[]>>;
  readonly realmRoles: readonly string[];
  readonly credentials?: readonly { readonly value: string }[];
}
interface Client {
  readonly clientId: string;
  readonly publicClient: boolean;
  readonly secret?: string;
  readonly protocolMappers: readonly Mapper[];
}
interface Realm {
  readonly realm: string;
  readonly roles: { readonly realm: readonly { readonly name: string }[] };
  readonly components: Readonly<
    Record<string, readonly { readonly config: Readonly<Record<string, readonly string[]>> }[]>
  >;
  readonly clientScopes?: unknown;
  readonly clients: readonly Client[];
  readonly users: readonly User[];
}
interface Profile {
  readonly unmanagedAttributePolicy?: string;
  readonly attributes: readonly { readonly name: string; readonly permissions: { readonly edit: readonly string[] } }[];
}

const realm = jsonOf('infra/compose/keycloak/realm.json') as Realm;
const { services } = yamlOf('infra/compose/compose.yaml') as {
  services: Readonly<Record<string, { readonly environment: Readonly<Record<string, string>> }>>;
};
const { environment } = services['center-service']!;
const issuer = environment['OIDC_ISSUER']!;
const audience = environment['OIDC_AUDIENCE']!;

/** What the mapper puts into an access token, as Keycloak's documentation has it. */
const claimOf = ({ protocolMapper, config }: Mapper, user: User): object => {
  if (config['access.token.claim'] !== 'true') return {};
  switch (protocolMapper) {
    case 'oidc-sub-mapper':
      return { sub: user.username };
    case 'oidc-usermodel-attribute-mapper':
      return { [config['claim.name']!]: user.attributes[config['user.attribute']!]?.[0] };
    case 'oidc-usermodel-realm-role-mapper':
      return { [config['claim.name']!]: [...user.realmRoles, 'offline_access', `default-roles-${realm.realm}`] };
    case 'oidc-audience-mapper':
      return { aud: [config['included.custom.audience'], 'account'] };
    default:
      throw new Error(`no such mapper is meant here: ${protocolMapper}`);
  }
};

describe('the realm', () => {
  it('has the roles that a token may name', () =>
    expect(realm.roles.realm.map(({ name }) => name)).toEqual([...ROLES]));

  it('has someone of every role, each of a body of the sample directory', () => {
    expect(realm.users.flatMap(({ realmRoles }) => realmRoles)).toEqual([...ROLES]);
    const divisions = parseDivisionCsv(textOf('tools/directory/data/370402-divisions.csv'));
    const bodies = new Set(divisions.flatMap((division) => bodiesOf(division)).map(({ code }) => code));
    expect(realm.users.filter(({ attributes }) => !bodies.has(attributes['org']![0]!))).toEqual([]);
  });

  it.each(realm.clients.flatMap((client) => realm.users.map((user) => [client.clientId, user.username] as const)))(
    'puts into the access tokens of %s for %s what the services ask for',
    async (clientId, username) => {
      const { publicKey, privateKey } = await generateKeyPair('ES256');
      const user = realm.users.find((each) => each.username === username)!;
      const client = realm.clients.find((each) => each.clientId === clientId)!;
      const claims = Object.assign({}, ...client.protocolMappers.map((mapper) => claimOf(mapper, user))) as object;
      const exp = Math.floor(Date.now() / 1000) + 900;
      const token = await new SignJWT({ ...claims, iss: issuer, exp })
        .setProtectedHeader({ alg: 'ES256' })
        .sign(privateKey);
      const keys = createLocalJWKSet({ keys: [await exportJWK(publicKey)] });
      const verify = verifier({ issuer, audience, keys });
      const [org] = user.attributes['org']!;
      expect(await verify(token)).toEqual({ sub: username, org, roles: user.realmRoles, exp });
    },
  );

  it('is at the address that the services know as the issuer', () => {
    const { KC_HOSTNAME } = services['keycloak']!.environment;
    expect(issuer).toBe(`${KC_HOSTNAME}/realms/${realm.realm}`);
  });

  it('lets nobody change the body they act for', () => {
    const [provider] = realm.components['org.keycloak.userprofile.UserProfileProvider']!;
    const profile = JSON.parse(provider!.config['kc.user.profile.config']![0]!) as Profile;
    expect(profile.unmanagedAttributePolicy).toBeUndefined();
    expect(profile.attributes.find(({ name }) => name === 'org')?.permissions.edit).toEqual(['admin']);
  });

  it('leaves the client scopes to Keycloak, which makes none of its own where one is declared', () =>
    expect(realm.clientScopes).toBeUndefined());

  it('takes every password from the environment that compose gives it', () => {
    const secrets = [
      ...realm.users.flatMap(({ credentials = [] }) => credentials.map(({ value }) => value)),
      ...realm.clients.filter(({ publicClient }) => !publicClient).map(({ secret }) => secret),
    ];
    expect(secrets).toHaveLength(ROLES.length);
    const given = Object.keys(services['keycloak']!.environment).map((key) => `\${${key}}`);
    expect(secrets.filter((secret) => secret === undefined || !given.includes(secret))).toEqual([]);
  });
});
