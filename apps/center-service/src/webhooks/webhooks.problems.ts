import { divisionOf, parseBodyCode } from '@mediation/kernel';
import { ProblemError, PROBLEMS, type Principal } from '@mediation/nest';

export const subscriptionUnknown = (): ProblemError =>
  new ProblemError({
    ...PROBLEMS.notFound,
    code: 'webhook-unknown',
    zh: '没有这个订阅。',
    en: 'There is no such webhook.',
  });

export const alreadySubscribed = (): ProblemError =>
  new ProblemError({
    status: 409,
    code: 'webhook-exists',
    zh: '该机构在此地址已有订阅：请变更它；没有收到密钥的，请更换密钥。',
    en: 'That body is told at this address already: change that webhook; if its secret was lost, make a new one.',
  });

const field = (pointer: string, code: string, message: string): ProblemError =>
  new ProblemError({ ...PROBLEMS.invalidInput, status: 422, code, errors: [{ pointer, message }] });

export const needsTls = () => field('/url', 'webhook-needs-https', '接收地址须为 https / the address must be https');
export const hostIsPrivate = () =>
  field('/url', 'webhook-address-private', '接收地址在内部网络 / the address is on a private network');
export const bodyUnknown = () => field('/body', 'body-not-in-directory', '名录中没有这个机构 / not in the directory');

export const bodyElsewhere = () =>
  field('/body', 'body-of-another-district', '不是本区的机构 / a body of another district');

const MANAGERS = ['center-officer'];
const READERS = [...MANAGERS, 'district-supervisor', 'auditor'];

/** The district whose subscriptions such a person may handle, as its bodies' codes begin; '' for all of them. */
const districtOf = (roles: readonly string[], { roles: own, org }: Principal): string | undefined => {
  if (own.includes('system')) return '';
  const isOfDistrict = parseBodyCode(org)?.tier === 'district';
  return isOfDistrict && own.some((role) => roles.includes(role)) ? divisionOf(org) : undefined;
};

const forbidden = (): never => {
  throw new ProblemError(PROBLEMS.forbidden);
};

/** Whom data is sent to is the business of those who run the district's centre: a township's sees its own area only. @throws ProblemError 403 */
export const managedDistrict = (caller: Principal): string => districtOf(MANAGERS, caller) ?? forbidden();
export const districtRead = (caller: Principal): string | undefined => districtOf(READERS, caller);
export const readDistrict = (caller: Principal): string => districtRead(caller) ?? forbidden();
