import { isPeoples, when, type Rule } from './rules';

export const DOSSIER_RULES = {
  'a file is opened once, by a committee that has mediated the dispute': when(
    'DossierOpened',
    ({ data, before, batch }) =>
      data.body === batch.actor.org &&
      isPeoples(data.body) &&
      before.mediatedBy.includes(data.body) &&
      before.dossier === 'none',
  ),
  'nothing goes into a file that is archived': when(
    ['MaterialFiled', 'MaterialSigned'],
    ({ before }) => before.dossier !== 'archived',
  ),
  'only a closed dispute with a file is archived, once until it is reopened': when(
    'DisputeArchived',
    ({ before }) => before.phase === 'closed' && before.dossier === 'open',
  ),
} satisfies Readonly<Record<string, Rule>>;
