export interface Claims {
  readonly sub: string;
  /** Code of the body the person acts for. */
  readonly org: string;
  readonly roles: readonly string[];
  readonly name?: string;
  /** Seconds since 1970. */
  readonly exp: number;
}

const decoded = (part: string): unknown => {
  const base64 = part.replaceAll('-', '+').replaceAll('_', '/');
  const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  return JSON.parse(new TextDecoder().decode(bytes));
};

/** What a token says of its bearer, to show who is signed in. Only the services verify it. */
export const claimsOf = (token: string): Claims | undefined => {
  try {
    const claims = decoded(token.split('.')[1] ?? '') as Partial<Claims>;
    const { sub, org, roles, exp, name } = claims;
    if (typeof sub !== 'string' || typeof org !== 'string' || typeof exp !== 'number' || !Array.isArray(roles))
      return undefined;
    return { sub, org, roles, exp, ...(typeof name === 'string' && { name }) };
  } catch {
    return undefined;
  }
};
