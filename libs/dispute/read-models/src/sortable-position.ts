/**
 * A position of the event store (three decimal numbers) as text whose alphabetical order is the global order: before each
 * number, how many digits it has. `1.1042.7` is written `011.041042.017`.
 */
export const sortablePosition = (position: string): string =>
  position
    .split('.')
    .map((number) => String(number.length).padStart(2, '0') + number)
    .join('.');

export const fromSortablePosition = (sortable: string): string =>
  sortable
    .split('.')
    .map((part) => part.slice(2))
    .join('.');
