// The parts of the board, drawn from what the service answered.
const figure = (label, value, { more, tone } = {}) =>
  el(
    'div',
    { class: `figure ${tone ?? ''}` },
    el('b', {}, String(value)),
    more === undefined ? undefined : el('i', {}, more),
    el('span', {}, ...both(label)),
  );

/** The period's figures; what is open and late is the board's own, of the day it is shown for. */
const showFigures = (summary, { open, overdue }) => {
  const rate = summary.mediated === 0 ? undefined : `${((summary.succeeded / summary.mediated) * 100).toFixed(1)}%`;
  at('figures').replaceChildren(
    figure(['受理调解', 'Mediated'], summary.mediated),
    figure(['调解成功', 'Succeeded'], summary.succeeded, { more: rate, tone: 'good' }),
    figure(['群体性事件', 'Mass incidents'], summary.massIncidents.cases, {
      more: `${summary.massIncidents.people} 人`,
    }),
    figure(['医疗纠纷', 'Medical'], summary.medical),
    figure(['防止民转刑', 'Crime averted'], summary.civilToCriminalPrevented),
    figure(['避免上访', 'Petitions averted'], summary.petitionsAvoided),
    figure(['待答复', 'Open handoffs'], open, { tone: open > 0 ? 'warm' : '' }),
    figure(['逾期', 'Overdue'], overdue, { tone: overdue > 0 ? 'bad' : 'good' }),
  );
};

const showMatrices = (matrix) => {
  const pick = (axis) => (cell) => {
    state[axis] = cell;
    void refresh();
  };
  const tiers = { list: 'tier', order: TIER_ORDER, picked: state.tiers, onPick: pick('tiers') };
  const channels = { list: 'channel', order: CHANNEL_ORDER, picked: state.channels, onPick: pick('channels') };
  at('by-tier').replaceChildren(matrixTable(matrix.byTier, tiers));
  at('by-channel').replaceChildren(matrixTable(matrix.byChannel, channels));
};

/** 红橙黄绿: how near the last day is, in words too. */
const urgencyMark = ({ urgency, remaining }) => el('em', { class: `urgency ${urgency}` }, ...both(leftOf(remaining)));

const handoffRow = (handoff) =>
  el(
    'button',
    {
      type: 'button',
      class: handoff.overdue ? 'handoff late' : 'handoff',
      on: { click: () => void openDispute(handoff.dispute) },
    },
    el('span', { class: 'age' }, el('b', {}, String(handoff.ageDays)), el('small', {}, '天 days')),
    el(
      'span',
      { class: 'route' },
      el('span', { class: 'bodies' }, nameOf(handoff.from), el('i', {}, ' → '), nameOf(handoff.to)),
      el(
        'small',
        {},
        `${word('kind', handoff.kind)[0]} · ${word('reason', handoff.reason)[0]} · ${word('type', handoff.disputeType)[0]}纠纷`,
      ),
    ),
    el('span', { class: `state ${handoff.state}` }, ...both(word('state', handoff.state))),
    el(
      'span',
      { class: 'due' },
      el('small', {}, '期限 reply by'),
      el('time', {}, handoff.replyBy),
      handoff.remaining && urgencyMark(handoff),
    ),
  );

const showHandoffs = ({ items, next }, total) => {
  const sorted = [...items].sort((a, b) => a.replyBy.localeCompare(b.replyBy) || b.ageDays - a.ageDays);
  at('open-count').textContent = String(total);
  const more =
    next === undefined
      ? []
      : [el('p', { class: 'hint' }, `只列出最近 ${items.length} 件 · the latest ${items.length} are listed`)];
  const none = el(
    'p',
    { class: 'empty' },
    '没有待答复的移交。',
    el('small', {}, 'No handoff is waiting for an answer.'),
  );
  at('handoffs').replaceChildren(...(sorted.length === 0 ? [none] : sorted.map(handoffRow)), ...more);
  at('filters').replaceChildren(
    ...[
      ['tiers', 'tier'],
      ['channels', 'channel'],
    ].flatMap(([axis, list]) => {
      const cell = state[axis];
      if (cell === undefined) return [];
      const text = `${word(list, cell.from)[0]} → ${word(list, cell.to)[0]} ✕`;
      const clear = () => {
        state[axis] = undefined;
        void refresh();
      };
      return [el('button', { type: 'button', class: 'chip', on: { click: clear } }, text)];
    }),
  );
};

const showRecent = () =>
  at('recent').replaceChildren(
    ...(state.recent.length === 0
      ? [el('li', { class: 'empty' }, '等待新的动态… ', el('small', {}, 'waiting for events'))]
      : state.recent.map((event) =>
          el(
            'li',
            {},
            el(
              'button',
              { type: 'button', on: { click: () => void openDispute(event.dispute) } },
              el('time', {}, minuteOf(event.occurredAt)),
              el('b', {}, ...both(word('event', event.type))),
              el('span', {}, nameOf(event.actor)),
            ),
          ),
        )),
  );
