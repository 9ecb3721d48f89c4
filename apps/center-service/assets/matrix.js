// From × to, as a table whose cells say what is open and what is late.
const TIER_ORDER = ['village', 'township', 'district'];
const CHANNEL_ORDER = ['peoples', 'administrative', 'judicial', 'none'];

const heat = ({ open, overdue }) => {
  if (overdue > 0) return 'late';
  if (open === 0) return 'still';
  return open < 5 ? 'open' : 'open many';
};

const cellTitle = (from, to, cell) =>
  `${from[0]} → ${to[0]}\n待答复 open ${cell.open} · 逾期 overdue ${cell.overdue}\n` +
  `提出 offered ${cell.offered} · 接收 accepted ${cell.accepted} · 退回 returned ${cell.returned} · ` +
  `撤回 withdrawn ${cell.withdrawn} · 失效 lapsed ${cell.lapsed}`;

const cellOf = (cell, labels, { pressed, onPick }) => {
  if (cell === undefined) return el('td', { class: 'none' }, '·');
  const [from, to] = labels;
  const counts = el(
    'span',
    { class: 'settled' },
    `${cell.accepted}`,
    el('i', {}, ' · '),
    `${cell.returned}`,
    el('i', {}, ' · '),
    `${cell.lapsed}`,
  );
  const late = cell.overdue > 0 && el('em', {}, `逾期 ${cell.overdue}`);
  const button = el(
    'button',
    {
      type: 'button',
      class: heat(cell),
      title: cellTitle(from, to, cell),
      'aria-pressed': String(pressed),
      'aria-label': cellTitle(from, to, cell),
      on: { click: onPick },
    },
    el('b', {}, `${cell.open}`),
    late,
    counts,
  );
  return el('td', {}, button);
};

/** `list` names the words of the two axes, `order` their places; `picked` is the cell that filters the list. */
const matrixTable = (cells, { list, order, picked, onPick }) => {
  const find = (from, to) => cells.find((cell) => cell.from === from && cell.to === to);
  const head = el(
    'tr',
    {},
    el('th', { class: 'corner' }, '从↓ 到→'),
    ...order.map((to) => el('th', { scope: 'col' }, ...both(word(list, to)))),
  );
  const row = (from) =>
    el(
      'tr',
      {},
      el('th', { scope: 'row' }, ...both(word(list, from))),
      ...order.map((to) => {
        const pressed = picked?.from === from && picked?.to === to;
        return cellOf(find(from, to), [word(list, from), word(list, to)], {
          pressed,
          onPick: () => onPick(pressed ? undefined : { from, to }),
        });
      }),
    );
  return el('table', { class: 'matrix' }, el('thead', {}, head), el('tbody', {}, ...order.map(row)));
};
