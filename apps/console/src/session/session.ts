import { parseBodyCode, type Tier } from '@mediation/kernel';
import { computed, shallowRef } from 'vue';
import { claimsOf, type Claims } from './claims';

const STORED = 'mediation.token';
/** What the issuer wants to see when the person leaves. */
const ID_TOKEN = 'mediation.id-token';

/** Of this tab alone, and gone with it: nothing of a session is in localStorage. */
const token = shallowRef<string | undefined>(sessionStorage.getItem(STORED) ?? undefined);
const claims = computed<Claims | undefined>(() => (token.value === undefined ? undefined : claimsOf(token.value)));
/** Why the last session ended, for the sign-in page. */
const ended = shallowRef<'expired' | 'refused' | undefined>();

const begin = (given: string, idToken?: string): void => {
  sessionStorage.setItem(STORED, given);
  if (idToken !== undefined) sessionStorage.setItem(ID_TOKEN, idToken);
  token.value = given;
  ended.value = undefined;
};

/** What was typed and not sent goes too: it may be about people. */
const end = (why?: 'expired' | 'refused'): void => {
  sessionStorage.clear();
  token.value = undefined;
  ended.value = why;
};

/** A link of the local demonstration carries a token; it comes once and does not stay in the address. */
const takeFromAddress = (): void => {
  const given = new URLSearchParams(location.hash.slice(1)).get('token');
  if (given === null) return;
  begin(given.trim());
  history.replaceState(null, '', location.pathname + location.search);
};

/** Absent for whoever came by a link. */
const idToken = (): string | undefined => sessionStorage.getItem(ID_TOKEN) ?? undefined;

const isSignedIn = computed(() => claims.value !== undefined);
const tier = computed<Tier>(() => parseBodyCode(claims.value?.org ?? '')?.tier ?? 'district');

/** Who is signed in. */
export const session = { token, claims, ended, isSignedIn, tier, idToken, begin, end, takeFromAddress };
