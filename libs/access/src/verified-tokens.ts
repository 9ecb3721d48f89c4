import { createHash } from 'node:crypto';
import type { Principal } from './principal';

/** Remembers tokens already verified, by hash so that no token lies in memory; the least recently used goes first. */
export class VerifiedTokens {
  private readonly byHash = new Map<string, { readonly principal: Principal; readonly until: number }>();

  constructor(private readonly capacity: number) {}

  get size(): number {
    return this.byHash.size;
  }

  /** @param now seconds since 1970 */
  find(token: string, now: number): Principal | undefined {
    const hash = hashOf(token);
    const entry = this.byHash.get(hash);
    if (entry === undefined) return undefined;
    this.byHash.delete(hash);
    if (now >= entry.until) return undefined;
    // Taken out and put back: a Map keeps the order of insertion, so the first is always the least recently used.
    this.byHash.set(hash, entry);
    return entry.principal;
  }

  /** @param until seconds since 1970 */
  keep(token: string, principal: Principal, until: number): void {
    if (this.capacity === 0) return;
    this.byHash.set(hashOf(token), { principal, until });
    if (this.byHash.size <= this.capacity) return;
    const oldest = this.byHash.keys().next();
    if (oldest.done !== true) this.byHash.delete(oldest.value);
  }
}

const hashOf = (token: string): string => createHash('sha256').update(token).digest('base64');
