import {
  disputeIdOf,
  type DataOf,
  type Party,
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
  /** The terms of agreements that are in effect. */
  terms: string;
  /** Agreement → its terms, and whether it is in effect. */
  agreements: Readonly<Record<string, { readonly terms: string; readonly binds: boolean }>>;
  /** What the people are called and told by; it is taken out of the other texts. */
  people: readonly string[];
  /** The parties' names, one after the other. */
  names: string;
  /** Of the three texts, and of the month. */
  grams?: readonly number[];
  /** Of the names, and of the month. */
  name_grams?: readonly number[];
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
    agreements: {},
    people,
    // A space keeps the end of one name and the beginning of the next apart.
    names: namesOf(data).join(' '),
  };
};

type Agreements = SearchRow['agreements'];

const withAgreements = (row: SearchRow, agreements: Agreements): SearchRow => ({
  ...row,
  agreements,
  terms: Object.values(agreements)
    .flatMap(({ terms, binds }) => (binds ? [terms] : []))
    .join(' \n'),
});

const reached = (row: SearchRow | undefined, { agreement, personal }: DataOf<'AgreementReached'>) => {
  const text = personal['file']?.text;
  if (row === undefined || text === undefined) return row;
  const drafted = { terms: withoutPeople(text, row.people), binds: false };
  return withAgreements(row, { ...row.agreements, [agreement]: drafted });
};

/** From when it binds, its terms are what a court and the police may read as well. */
const tookEffect = (row: SearchRow | undefined, { agreement }: DataOf<'AgreementTookEffect'>) => {
  const found = row?.agreements[agreement];
  if (row === undefined || found === undefined) return row;
  return withAgreements(row, { ...row.agreements, [agreement]: { ...found, binds: true } });
};

/** What another took the place of is a concession again. */
const superseded = (row: SearchRow | undefined, { agreement }: DataOf<'AgreementSuperseded'>) => {
  if (row?.agreements[agreement] === undefined) return row;
  const { [agreement]: _, ...others } = row.agreements;
  return withAgreements(row, others);
};

const sorted = (grams: readonly number[]): readonly number[] => [...new Set(grams)].sort((a, b) => a - b);

/** Search by what was written: one row per dispute. */
export const searchTexts = projection<SearchRow, RecordedDisputeEvent>()({
  name: 'search_texts',
  version: 1,
  key: ({ stream }) => disputeIdOf(stream),
  on: {
    ...ignoringTheRest,
    DisputeRegistered: (_, { data }) => registered(data),
    AgreementReached: (row, { data }) => reached(row, data),
    AgreementTookEffect: (row, { data }) => tookEffect(row, data),
    AgreementSuperseded: (row, { data }) => superseded(row, data),
  },
  derive: (row) => {
    const month = monthGram(dateInShanghai(row.registered_at));
    const texts = [row.facts, row.place_words, row.terms];
    return {
      ...row,
      grams: sorted([...texts.flatMap(gramsOf), month]),
      name_grams: sorted([...gramsOf(row.names), month]),
    };
  },
});
