import {
  disputeIdOf,
  type DataOf,
  type Party,
  type Personal,
  type PersonalPart,
  type RecordedDisputeEvent,
} from '@mediation/dispute/domain';
import { dateInShanghai, type Instant } from '@mediation/kernel';
import { projection } from '@mediation/projecting/engine';
import { ignoringTheRest } from './every-event';
import { gramsOf, monthGram, searchable } from './grams';

/**
 * What a dispute is found by. All of it is personal data, grams included, which spell it out; none of it is shown.
 * What is said in sessions, notes between bodies and terms that do not bind are not in here: nobody finds by them.
 */
export type SearchRow = {
  registered_at: Instant;
  /** What happened, as it was registered. */
  facts: string;
  /** Where, in words. */
  place_words: string;
  /** The terms of agreements that took effect. */
  terms: string;
  /** Agreement → its terms, until it takes effect. */
  drafts: Readonly<Record<string, string>>;
  /** What the people are called and told by; it is taken out of the other texts. */
  people: readonly string[];
  /** Of the three texts, and of the month. */
  grams?: readonly number[];
  /** Of the parties' names. */
  name_grams: readonly number[];
};

/** What stands in a text for a person: by name one is found only where names may be known. */
const SOMEBODY = '某';

const given = (name: string): string => [...name].slice(1).join('');

/** Of people all that tells who they are; of an organisation nothing. A child also goes by its given name. */
const tellingOf = ({ kind, minor }: Party, part: PersonalPart): readonly string[] => {
  if (kind !== 'natural-person' && kind !== 'group') return [];
  const { name = '', identityNumber = '', phone = '', address = '' } = part;
  return [name, ...(minor && [...name].length > 2 ? [given(name)] : []), identityNumber, phone, address];
};

const peopleOf = ({ parties, personal }: DataOf<'DisputeRegistered'>): readonly string[] => {
  const telling = parties.flatMap((party) => tellingOf(party, personal[party.id] ?? {})).map(searchable);
  // The longest first: a name before what it is part of is taken out.
  return [...new Set(telling)]
    .filter((text) => text.length > 1)
    .sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
};

const withoutPeople = (text: string | undefined, people: readonly string[]): string =>
  people.reduce((rest, telling) => rest.replaceAll(telling, SOMEBODY), searchable(text ?? ''));

const termsIn = (personal: Personal): string | undefined => personal['file']?.text;

const namesOf = ({ parties, personal }: DataOf<'DisputeRegistered'>): readonly string[] =>
  parties.flatMap(({ id }) => personal[id]?.name ?? []).map(searchable);

const registered = (data: DataOf<'DisputeRegistered'>): SearchRow => {
  const people = peopleOf(data);
  const { text, address } = data.personal['file'] ?? {};
  return {
    registered_at: data.registeredAt,
    facts: withoutPeople(text, people),
    place_words: withoutPeople(address, people),
    terms: '',
    drafts: {},
    people,
    // A space keeps the end of one name and the beginning of the next apart.
    name_grams: gramsOf(namesOf(data).join(' ')),
  };
};

const drafted = (row: SearchRow | undefined, { agreement, personal }: DataOf<'AgreementReached'>) => {
  const terms = termsIn(personal);
  return row && terms !== undefined
    ? { ...row, drafts: { ...row.drafts, [agreement]: withoutPeople(terms, row.people) } }
    : row;
};

/** From when it binds, its terms are what a court and the police may read as well. */
const tookEffect = (row: SearchRow | undefined, { agreement }: DataOf<'AgreementTookEffect'>) => {
  const terms = row?.drafts[agreement];
  if (row === undefined || terms === undefined) return row;
  const { [agreement]: _, ...drafts } = row.drafts;
  return { ...row, drafts, terms: [row.terms, terms].filter((each) => each !== '').join(' \n') };
};

/** Search by what was written: one row per dispute. */
export const searchTexts = projection<SearchRow, RecordedDisputeEvent>()({
  name: 'search_texts',
  version: 1,
  key: ({ stream }) => disputeIdOf(stream),
  on: {
    ...ignoringTheRest,
    DisputeRegistered: (_, { data }) => registered(data),
    AgreementReached: (row, { data }) => drafted(row, data),
    AgreementTookEffect: (row, { data }) => tookEffect(row, data),
  },
  derive: (row) => ({
    ...row,
    grams: [
      ...new Set([
        ...[row.facts, row.place_words, row.terms].flatMap(gramsOf),
        monthGram(dateInShanghai(row.registered_at)),
      ]),
    ].sort((a, b) => a - b),
  }),
});
