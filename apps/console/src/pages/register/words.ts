export const words = {
  zh: {
    title: '登记纠纷',
    intro: '先把人和事记下来；其余可以以后补。当事人一位一位添加。',
    submit: '登记',
    draft: '已恢复上次未提交的内容。',
    discard: '清空重填',
    offline: '现在没有网络，不能提交。已填写的内容保留在本页（关闭浏览器后清除），网络恢复后再提交。',
    none: '您的角色不能登记纠纷。',
    kinds: '以何种方式',
  },
  en: {
    title: 'Register a dispute',
    intro: 'Write down who and what; the rest can follow. Parties are added one by one.',
    submit: 'Register',
    draft: 'What you had not submitted is back.',
    discard: 'Clear',
    offline:
      'There is no network, so nothing can be submitted. What you typed stays on this page (until the browser is closed).',
    none: 'Your role cannot register disputes.',
    kinds: 'As what',
  },
} as const;
