import { bareName, placeName, type Directory } from '@mediation/directory';
import type { Documents, DossierNames, DossierNumbers, DossierParts } from '@mediation/dispute/api';
import { DOCUMENTS, dossierNumber, exportDossier, renderDocument, type DocumentId } from '@mediation/documents';
import { divisionOf, parentDivision, parseBodyCode, type BodyCode } from '@mediation/kernel';

/** 人调字 is the forms’ own; no rule says what medical committees write, so theirs follows usage. */
const WORDS: Readonly<Record<string, string>> = { medical: '医调字' };
const USUAL_WORD = '人调字';

/**
 * 永安 for a town, 永安岳楼村 for a village of it, 市中 for the district: no two bodies that number files share one. What the directory
 * does not know goes by its code.
 */
const shortName = (directory: Directory, body: BodyCode): string => {
  const division = directory.division(divisionOf(body));
  if (division === undefined) return body;
  if (division.tier !== 'village') return bareName(division);
  const town = directory.division(parentDivision(division.code) ?? '');
  return (town === undefined ? '' : bareName(town)) + placeName(division);
};

export const dossierNames = (directory: Directory): DossierNames => ({
  body: (code) => directory.body(code)?.nameZh,
  mediator: (id) => directory.mediator(id)?.displayName,
  number: (body, year, serial) => {
    const word = WORDS[parseBodyCode(body)?.kind ?? ''] ?? USUAL_WORD;
    return dossierNumber({ year, short: shortName(directory, body), word, serial });
  },
});

/** Word templates, as shipped with `@mediation/documents`. */
export const wordDocuments: Documents = {
  catalogue: DOCUMENTS,
  render: (id, data) => renderDocument(id as DocumentId, data),
  export: (data) => exportDossier(data, data.materials),
};

export const dossierParts = (directory: Directory, numbers: DossierNumbers): DossierParts => ({
  numbers,
  documents: wordDocuments,
  names: dossierNames(directory),
});
