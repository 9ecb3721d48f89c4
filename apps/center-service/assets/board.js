// Puts the page together and keeps it up to date.
const at = (id) => document.getElementById(id);
const state = {
  period: undefined,
  asOf: undefined,
  tiers: undefined,
  channels: undefined,
  feed: undefined,
  recent: [],
};
const MOST_RECENT = 8;

const today = () => new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
const yearOf = (year) => ({ from: `${year}-01-01`, to: `${year}-12-31` });

const show = (...ids) => ['entry', 'board', 'period', 'session'].forEach((id) => (at(id).hidden = !ids.includes(id)));

const notice = (text) => {
  at('notice').hidden = text === undefined;
  at('notice').replaceChildren(
    ...(text === undefined
      ? []
      : [text, el('button', { type: 'button', on: { click: () => void refresh() } }, '重试 Try again')]),
  );
};

const ENTRY = {
  missing: [
    '请登录',
    'Sign in',
    '请粘贴访问令牌,或用含 #token=… 的链接打开。 Paste a token, or open a link with #token=…',
  ],
  'token-expired': ['登录已过期', 'Your token has expired', '请换一个新的令牌。 Please use a new one.'],
  'token-invalid': ['令牌无效', 'The token is not valid', '请检查是否完整复制。 Check that it was copied whole.'],
};

const askForToken = (code) => {
  state.feed?.stop();
  state.feed = undefined;
  session.forget();
  notice(undefined);
  const [zh, en, text] = ENTRY[code] ?? ENTRY.missing;
  at('entry-title').replaceChildren(...both([zh, en]));
  at('entry-text').textContent = text;
  show('entry');
};

const explain = (error) => {
  if (error.needsToken) return askForToken(error.code);
  const text = error instanceof CallFailed ? error.message : '连不上服务,请检查网络。 The service cannot be reached.';
  notice(text);
};

const openDispute = async (id) => {
  try {
    showDispute(at('dispute'), await get(`disputes/${encodeURIComponent(id)}`));
  } catch (error) {
    explain(error);
  }
};

/** The year so far; where nothing has happened in it yet, the year before. */
const choosePeriod = async () => {
  const year = Number(today().slice(0, 4));
  const now = await get('summary', yearOf(year));
  return now.mediated > 0 ? yearOf(year) : yearOf(year - 1);
};

const filters = () => ({
  asOf: state.asOf,
  fromTier: state.tiers?.from,
  toTier: state.tiers?.to,
  fromChannel: state.channels?.from,
  toChannel: state.channels?.to,
});

let refreshing = false;
let again = false;

/** One at a time; what is asked for meanwhile is done once, after. */
const refresh = async () => {
  if (refreshing) return void (again = true);
  refreshing = true;
  try {
    const [summary, matrix, open, counts] = await Promise.all([
      get('summary', state.period),
      get('handoffs/matrix', { asOf: state.asOf }),
      get('handoffs', { ...filters(), state: 'open', limit: 200 }),
      get('handoffs/matrix', filters()),
    ]);
    showFigures(summary, matrix.total);
    showMatrices(matrix);
    showHandoffs(open, counts.total.open);
    notice(undefined);
  } catch (error) {
    explain(error);
  } finally {
    refreshing = false;
    if (again) {
      again = false;
      void refresh();
    }
  }
};

const showLive = (live) => {
  at('live').className = `live ${live}`;
  at('live').replaceChildren(...both(live === 'live' ? ['实时', 'Live'] : ['正在重连', 'Reconnecting']));
};

let due;
const onEvent = (event) => {
  state.recent = [event, ...state.recent].slice(0, MOST_RECENT);
  showRecent();
  // Many events come at once: one look for all of them.
  clearTimeout(due);
  due = setTimeout(() => void refresh(), 250);
};

const showPeriod = () => {
  at('period-end').hidden = state.period.to >= today();
  const form = at('period');
  form.elements.from.value = state.period.from;
  form.elements.to.value = state.period.to;
  const year = Number(today().slice(0, 4));
  at('years').replaceChildren(
    ...[year - 1, year].map((each) => {
      const pressed = state.period.from === `${each}-01-01` && state.period.to === `${each}-12-31`;
      const pick = () => setPeriod(yearOf(each));
      return el('button', { type: 'button', 'aria-pressed': String(pressed), on: { click: pick } }, String(each));
    }),
  );
};

const setPeriod = (period) => {
  state.period = period;
  showPeriod();
  void refresh();
};

const openBoard = async () => {
  if (session.token === null) return askForToken('missing');
  try {
    state.period = await choosePeriod();
  } catch (error) {
    if (error.needsToken) return askForToken(error.code);
    state.period = yearOf(today().slice(0, 4));
  }
  show('board', 'period', 'session');
  showPeriod();
  showRecent();
  await refresh();
  state.feed = new Feed({ onEvent, onState: showLive, onRefused: (error) => askForToken(error.code) });
  void state.feed.run();
};

at('token-form').addEventListener('submit', (event) => {
  event.preventDefault();
  const pasted = at('token')
    .value.trim()
    .replace(/^Bearer\s+/i, '');
  at('token').value = '';
  if (pasted === '') return;
  session.token = pasted;
  void openBoard();
});
at('leave').addEventListener('click', () => askForToken('missing'));
at('period').addEventListener('change', (event) => {
  const { from, to } = event.currentTarget.elements;
  if (from.value !== '' && to.value !== '' && from.value <= to.value) setPeriod({ from: from.value, to: to.value });
});
at('as-of').addEventListener('change', (event) => {
  state.asOf = event.target.value === '' ? undefined : event.target.value;
  void refresh();
});
at('period-end').addEventListener('click', () => {
  state.asOf = state.period.to < today() ? state.period.to : undefined;
  at('as-of').value = state.asOf ?? '';
  void refresh();
});
at('dispute').addEventListener('click', (event) => {
  if (event.target === event.currentTarget) event.currentTarget.close();
});
addEventListener('hashchange', () => {
  session.take();
  void openBoard();
});

session.take();
void openBoard();
