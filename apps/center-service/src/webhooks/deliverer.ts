import { randomUUID } from 'node:crypto';
import { sortablePosition } from '@mediation/dispute/read-models';
import { asCloudEvent } from '../feed/cloud-event';
import type { FeedReader } from '../feed/feed.reader';
import { all, sql } from '../sql';
import { waitAfter } from './backoff';
import type { Claim, Claims } from './claims';
import { askedFor, readerOf } from './feeder';
import type { Answered } from './post';
import type { StreamKey } from './queue.sql';
import { signedHeaders, type Message } from './signature';

const PAGE = 100;
const GONE = 410;

export interface DelivererParts {
  readonly claims: Claims;
  readonly feed: FeedReader;
  readonly send: (url: URL, headers: Record<string, string>, body: string) => Promise<Answered>;
  readonly backoff: readonly number[];
  readonly onAttempt: (answer: Answered) => void;
}

export const isDelivered = ({ status = 0 }: Answered): boolean => status >= 200 && status < 300;

export const sendSigned = (
  send: DelivererParts['send'],
  { url, secrets }: Pick<Claim, 'url' | 'secrets'>,
  message: Message,
): Promise<Answered> => {
  const headers = {
    'content-type': 'application/cloudevents+json; charset=utf-8',
    'user-agent': 'mediation-webhooks/1',
    ...signedHeaders(message, secrets, new Date()),
  };
  return send(new URL(url), headers, message.body);
};

/** Tells one dispute to one subscription: the next event only after the one before it was taken. */
export class Deliverer {
  /** No stream is begun any more; those that are being told stop after the event in hand. */
  private ending = false;

  constructor(private readonly parts: DelivererParts) {}

  end(): void {
    this.ending = true;
  }

  async deliver(stream: StreamKey): Promise<void> {
    for (;;) {
      const claim = this.ending ? undefined : await this.parts.claims.take(stream, randomUUID());
      if (claim === undefined) return;
      if (!(await this.tell(claim)) || (await this.parts.claims.finish(claim))) return;
      // More has come while it was told; its job may have found the stream claimed.
      await this.parts.claims.release(claim);
    }
  }

  /** True when everything due is told. */
  private async tell(claim: Claim): Promise<boolean> {
    for (let from = claim.toldTo; ;) {
      const page = await this.parts.feed.entries(
        readerOf(claim),
        all(
          sql`t.dispute = ${claim.dispute} AND t.position > ${from} AND t.position <= ${claim.dueTo}`,
          askedFor(claim),
        ),
        PAGE,
      );
      for (const event of page) {
        const cloudEvent = asCloudEvent(event);
        const at = sortablePosition(event.id);
        if (!(await this.tellOne(claim, { id: cloudEvent.id, body: JSON.stringify(cloudEvent) }, at))) return false;
        from = at;
      }
      if (page.length < PAGE) return true;
    }
  }

  private async tellOne(claim: Claim, message: Message, at: string): Promise<boolean> {
    const { claims, send, backoff, onAttempt } = this.parts;
    if (this.ending) {
      await claims.release(claim);
      return false;
    }
    const answer = await sendSigned(send, claim, message);
    onAttempt(answer);
    if (isDelivered(answer)) return claims.told(claim, { id: message.id, at }, answer);
    if (answer.status === GONE) await claims.gone(claim, message.id, answer);
    else
      await claims.failed(claim, message.id, { answer, waitMs: waitAfter(claim.attempts + 1, Math.random(), backoff) });
    return false;
  }
}
