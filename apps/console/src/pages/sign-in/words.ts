export const words = {
  zh: {
    title: '登录',
    intro: '村居、乡镇街道、区三级，人民调解、行政调解、司法调解联动办理。',
    signIn: '用统一身份登录',
    expired: '登录已过期，请重新登录。',
    refused: '登录已失效，请重新登录。',
    unreachable: '暂时连不上身份服务，请稍后再试。',
    returning: '正在登录…',
    failed: '登录没有完成，请重新登录。',
    again: '重新登录',
  },
  en: {
    title: 'Sign in',
    intro: 'Village, township and district; people’s, administrative and judicial mediation on one dispute.',
    signIn: 'Sign in',
    expired: 'Your session has expired. Please sign in again.',
    refused: 'Your session is no longer valid. Please sign in again.',
    unreachable: 'The identity service cannot be reached. Try again soon.',
    returning: 'Signing in…',
    failed: 'Signing in did not finish. Please try again.',
    again: 'Sign in again',
  },
} as const;
