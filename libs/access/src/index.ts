export {
  embeddedIssuer,
  openEmbeddedIssuer,
  type EmbeddedIssuer,
  type EmbeddedIssuerOptions,
  type TokenRequest,
} from './embedded-issuer';
export { IssuerKeyFileUnusable } from './issuer-key-file';
export type { Principal } from './principal';
export { isRole, ROLE_WORDS, ROLES, type Role } from './role';
export {
  ACCESS_REFUSALS,
  bearerToken,
  verifier,
  type AccessRefusal,
  type Verifier,
  type VerifierOptions,
} from './verifier';
