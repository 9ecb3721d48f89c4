export { FIELD_WORDS } from './field.words';
export { DISPUTE_WORDS } from './dispute.words';
export { MEDIATION_WORDS } from './mediation.words';
export type { Words, WordsOf } from './of';
export { PROCEDURE_WORDS } from './procedure.words';
export { VOCABULARIES, wordsOfList } from './vocabularies';
