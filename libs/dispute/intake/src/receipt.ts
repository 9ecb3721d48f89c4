import { createHash } from 'node:crypto';
import { RECEIPT_TYPE, type ReceiptData } from '@mediation/dispute/contracts';
import { disputeStream } from '@mediation/dispute/domain';
import { canonicalJson } from '@mediation/event-store/port';
import type { Message } from '@mediation/messaging/port';
import type { Problem } from '@mediation/nest';
import { v5 as uuidFrom } from 'uuid';

const RECEIPT_NAMESPACE = '0d1f5ab5-5f55-5e2f-8a0b-3d3c3f1f6a52';
const MOST_ERRORS = 20;

/** A reference may be personal: only this hash of it goes where operators and brokers look. */
export const referenceHash = (source: string, reference: string): string =>
  createHash('sha256')
    .update(JSON.stringify([source, reference]))
    .digest('hex');

interface Filing {
  readonly source: string;
  readonly reference: string;
}

export const accepted = (filing: Filing, disputeId: string, revision: number): ReceiptData => ({
  ...filing,
  outcome: 'accepted',
  disputeId,
  revision,
});

/** The partner has no Idempotency-Key: to it the key is its reference number. */
const REFERENCE_REUSED: Problem = {
  status: 422,
  code: 'idempotency-key-reused',
  zh: '该编号此前已报送过另一内容；如有补充，请用新的编号。',
  en: 'This reference was used for another content before; send what is new under a new reference.',
};

const inTheirWords = (problem: Problem): Problem =>
  problem.code === REFERENCE_REUSED.code ? REFERENCE_REUSED : problem;

export const refused = (filing: Filing, problem: Problem): ReceiptData => {
  const { code, zh, en, errors } = inTheirWords(problem);
  return {
    ...filing,
    outcome: 'refused',
    problem: {
      code,
      zh,
      en,
      ...(errors && { errors: errors.slice(0, MOST_ERRORS).map(({ pointer, message }) => ({ pointer, message })) }),
    },
  };
};

/** CloudEvents 1.0 in binary mode. It has no time, so that the same receipt is the same to the byte; the broker's own says when. */
export const receiptMessage = (self: string, data: ReceiptData): Message => ({
  key: referenceHash(data.source, data.reference),
  headers: {
    ce_specversion: '1.0',
    ce_id: uuidFrom(canonicalJson(data), RECEIPT_NAMESPACE),
    ce_source: self,
    ce_type: RECEIPT_TYPE,
    ...(data.outcome === 'accepted' && { ce_subject: disputeStream(data.disputeId) }),
    'content-type': 'application/json',
  },
  body: JSON.stringify(data),
});
