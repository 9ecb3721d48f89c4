/** What the controllers are given; bound in center.module.ts. */
export const VIEWS = Symbol('VIEWS');
export const CLOCK = Symbol('CLOCK');
export const NAME_OF_BODY = Symbol('NAME_OF_BODY');
export const DIVISIONS = Symbol('DIVISIONS');
export const PROJECTING = Symbol('PROJECTING');
export const DIRECTORY = Symbol('DIRECTORY');
export const PARTY_CODE_DAYS = Symbol('PARTY_CODE_DAYS');
export const CONSOLE_SIGN_IN = Symbol('CONSOLE_SIGN_IN');
export const WEBHOOK_SENDER = Symbol('WEBHOOK_SENDER');
export const DUPLICATE_WINDOW_DAYS = Symbol('DUPLICATE_WINDOW_DAYS');
