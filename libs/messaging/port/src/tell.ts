import type { ConsumeOptions, ConsumptionEvent } from './messaging';

/** Who watches must not be able to hold a consumption up. */
export const tell = ({ onEvent }: Pick<ConsumeOptions, 'onEvent'>, event: ConsumptionEvent): void => {
  try {
    onEvent?.(event);
  } catch {
    // Nothing here can mend it, and the messages have to go on.
  }
};
