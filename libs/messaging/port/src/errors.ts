/** Faults every adapter reports alike; `code` is stable and safe to log (no payload in any message). */
export abstract class MessagingError extends Error {
  abstract readonly code: string;
}

export class MessagingUnavailable extends MessagingError {
  readonly code = 'messaging-unavailable';
}

export class MessageRejected extends MessagingError {
  readonly code = 'message-rejected';
}

export class ConsumptionEnded extends MessagingError {
  readonly code = 'consumption-ended';
}
