// The token, the calls, and the feed.
const STORED = 'mediation.token';

const session = {
  /** A token in the address comes once and does not stay there. */
  take() {
    const given = new URLSearchParams(location.hash.slice(1)).get('token');
    if (given === null) return;
    sessionStorage.setItem(STORED, given.trim());
    history.replaceState(null, '', location.pathname);
  },
  get token() {
    return sessionStorage.getItem(STORED);
  },
  set token(value) {
    sessionStorage.setItem(STORED, value);
  },
  forget() {
    sessionStorage.removeItem(STORED);
  },
};

class CallFailed extends Error {
  constructor(status, problem) {
    super(problem.title ?? `HTTP ${status}`);
    this.status = status;
    this.code = problem.code;
  }
  get needsToken() {
    return this.status === 401;
  }
}

const request = async (path, options = {}) => {
  const headers = { authorization: `Bearer ${session.token}`, ...options.headers };
  const response = await fetch(`/api/center/v1/${path}`, { ...options, headers });
  if (response.ok) return response;
  throw new CallFailed(response.status, await response.json().catch(() => ({})));
};

const get = async (path, query = {}) => {
  const given = Object.entries(query).filter(([, value]) => value !== undefined && value !== '');
  const search = new URLSearchParams(given).toString();
  return (await request(search === '' ? path : `${path}?${search}`)).json();
};

/** Server-sent events over fetch, since EventSource cannot carry a token. Comes back where it was. */
class Feed {
  constructor({ onEvent, onState, onRefused }) {
    Object.assign(this, { onEvent, onState, onRefused });
    this.lastId = undefined;
    this.waitMs = 1_000;
    this.stopped = new AbortController();
  }

  async run() {
    while (!this.stopped.signal.aborted) {
      try {
        await this.listen();
      } catch (error) {
        if (this.stopped.signal.aborted) return;
        if (error.needsToken) return this.onRefused(error);
      }
      this.onState('waiting');
      await new Promise((resolve) => setTimeout(resolve, this.waitMs));
      this.waitMs = Math.min(this.waitMs * 2, 30_000);
    }
  }

  stop() {
    this.stopped.abort();
  }

  async listen() {
    const headers = this.lastId === undefined ? {} : { 'last-event-id': this.lastId };
    const { body } = await request('events', { headers, signal: this.stopped.signal });
    this.onState('live');
    this.waitMs = 1_000;
    const reader = body.pipeThrough(new TextDecoderStream()).getReader();
    let text = '';
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      text += value;
      const messages = text.split('\n\n');
      text = messages.pop();
      messages.forEach((message) => this.take(message));
    }
  }

  take(message) {
    const lines = message.split('\n');
    const field = (name) => lines.find((line) => line.startsWith(`${name}: `))?.slice(name.length + 2);
    const data = field('data');
    if (data === undefined) return;
    this.lastId = field('id');
    this.onEvent(JSON.parse(data));
  }
}

/** An element; text is text, never markup. */
const el = (tag, attributes = {}, ...children) => {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name === 'on') for (const [event, listener] of Object.entries(value)) node.addEventListener(event, listener);
    else if (value !== undefined && value !== false) node.setAttribute(name, value === true ? '' : value);
  }
  node.append(...children.filter((child) => child !== undefined && child !== null && child !== false));
  return node;
};

const both = ([zh, en]) => [zh, en === '' ? '' : el('small', {}, ` ${en}`)];
const nameOf = ({ body, name }) => name ?? body;
const dayOf = (instant) => new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(0, 10);
const minuteOf = (instant) =>
  new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');
