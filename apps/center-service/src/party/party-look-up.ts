import type { Directory } from '@mediation/directory';
import type { Clock, Instant } from '@mediation/kernel';
import { ProblemError } from '@mediation/nest';
import { Inject, Injectable } from '@nestjs/common';
import type { DataSource } from 'typeorm';
import { DisputeEntity } from '../entities/dispute.entity';
import { CLOCK, DIRECTORY, VIEWS } from '../tokens';
import type { PartyCase, PartySession } from './party.answer';
import { SESSION_OVER, TOO_MANY_ATTEMPTS, WRONG_NUMBER_OR_CODE } from './party.problems';
import { partyCase } from './party-case';
import { cleanNumber, hashOfCode, isSame, newSessionToken, sha256 } from './party-code';
import { minutesLater, PartyCodesStore, type OpenCode } from './party-codes.store';

const SESSION_MINUTES = 30;
/** An hour of honest mistakes; an address is a village's, perhaps. */
const MOST_ATTEMPTS = { number: 10, address: 60 } as const;
const ATTEMPTS_KEPT_MINUTES = 24 * 60;
/** Hashed where no such file has a code, so that the answer takes as long as another. */
const NO_DISPUTE = 'no-such-dispute';

/** What a party sees by number and code. */
@Injectable()
export class PartyLookUp {
  constructor(
    @Inject(VIEWS) private readonly views: DataSource,
    @Inject(PartyCodesStore) private readonly codes: PartyCodesStore,
    @Inject(DIRECTORY) private readonly directory: Directory,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** The same answer for a number that does not exist as for a wrong code. @throws ProblemError */
  async open(typed: { readonly number: string; readonly code: string }, address: string): Promise<PartySession> {
    const number = cleanNumber(typed.number);
    const at = this.clock.now();
    await this.countAttempts(number, address, at);
    const matching = await this.matching(await this.codes.open(number, at), typed.code);
    if (matching === undefined) throw new ProblemError(WRONG_NUMBER_OR_CODE);
    const token = newSessionToken();
    const until = minutesLater(at, SESSION_MINUTES);
    if (!(await this.codes.use(matching.id, { hash: sha256(token), at, until })))
      throw new ProblemError(WRONG_NUMBER_OR_CODE);
    return { token, expiresAt: until };
  }

  /** @throws ProblemError when the session is over */
  async caseOf(token: string | undefined): Promise<PartyCase> {
    const at = this.clock.now();
    const bound = token === undefined ? undefined : await this.codes.bound(sha256(token), at);
    const found = bound && (await this.views.getRepository(DisputeEntity).findOneBy({ key: bound.dispute }));
    if (!bound || !found) throw new ProblemError(SESSION_OVER);
    const names = {
      body: (code: string) => this.directory.body(code)?.nameZh,
      mediator: (id: string) => this.directory.mediator(id)?.displayName,
    };
    return partyCase({ id: bound.dispute, dispute: found.state, party: bound.party }, names, at);
  }

  async end(token: string | undefined): Promise<void> {
    if (token !== undefined) await this.codes.endSession(sha256(token), this.clock.now());
  }

  private async countAttempts(number: string, address: string, at: Instant): Promise<void> {
    await this.codes.forgetAttempts(minutesLater(at, -ATTEMPTS_KEPT_MINUTES));
    const [byNumber, byAddress] = await Promise.all([
      this.codes.attempt(sha256(`number ${number}`), at),
      this.codes.attempt(sha256(`address ${address}`), at),
    ]);
    if (byNumber > MOST_ATTEMPTS.number || byAddress > MOST_ATTEMPTS.address) throw new ProblemError(TOO_MANY_ATTEMPTS);
  }

  /** Every file of that number is asked: short numbers may meet. */
  private async matching(open: readonly OpenCode[], code: string): Promise<OpenCode | undefined> {
    const disputes = [...new Set(open.map(({ dispute }) => dispute))];
    const hashes = new Map<string, Buffer>();
    for (const dispute of disputes.length > 0 ? disputes : [NO_DISPUTE])
      hashes.set(dispute, await hashOfCode(code, dispute));
    return open.filter((each) => isSame(each.hash, hashes.get(each.dispute) ?? Buffer.alloc(0)))[0];
  }
}
