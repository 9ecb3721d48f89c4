import { disputes } from './disputes';
import { accepted, offered, performedAndClosed, recorded, registered, rowsOf, settledInWriting } from './spec/story';

/** Paths to every member of a value, and what is there; the elements of a list count as one. */
const shapeOf = (value: unknown, path = ''): readonly string[] => {
  if (typeof value !== 'object' || value === null) return [`${path}: ${typeof value}`];
  if (Array.isArray(value)) return value.flatMap((each) => shapeOf(each, `${path}[]`));
  return Object.entries(value).flatMap(([name, member]) => shapeOf(member, `${path}.${name}`));
};

/** The state is kept in the rows: rows of another shape would be read by code that does not know them. */
it('goes with this version; when it changes, raise the version of the disputes view and write it here', () => {
  const stories = [
    [registered(), accepted(), ...settledInWriting.slice(0, 5)],
    [registered(), accepted(), ...settledInWriting, ...performedAndClosed],
    [
      registered(),
      offered(),
      { type: 'EmergencyRaised', data: { people: 30, raisedAt: '2025-03-03T10:00:00Z' } } as const,
    ],
  ];
  const states = stories.flatMap((story) => Object.values(rowsOf(disputes, recorded(story))).map(({ state }) => state));
  const shape = [...new Set(states.flatMap((state) => shapeOf(state)))].sort();
  expect({ version: disputes.version, shape }).toMatchSnapshot();
});
