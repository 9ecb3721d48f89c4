/** 退回补正: why a claim goes back to the committee. */
export const RETURN_REASONS = ['file-not-in-order', 'wrong-difficulty', 'wrong-mediators', 'other'] as const;
export type ReturnReason = (typeof RETURN_REASONS)[number];

/** 不予补贴: why it is not paid for good. */
export const REFUSAL_REASONS = ['not-payable', 'duplicate', 'sham-mediation', 'other'] as const;
export type RefusalReason = (typeof REFUSAL_REASONS)[number];

/** 追回: why it should not have been paid. */
export const RECOVERY_REASONS = ['duplicate', 'claimed-wrongly'] as const;
export type RecoveryReason = (typeof RECOVERY_REASONS)[number];
