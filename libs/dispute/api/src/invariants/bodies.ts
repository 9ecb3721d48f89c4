/** One district: its own bodies, two townships, two villages in the first and one in the second; all three tiers and channels. */
export const VILLAGE = '370402102001-committee';
export const NEIGHBOUR = '370402102002-committee';
export const FAR_VILLAGE = '370402103001-committee';
export const TOWNSHIP = '370402102-committee';
export const OFFICE = '370402102-judicial-office';
export const ROOM = '370402102-pretrial-room';
export const POLICE = '370402102-police';
export const SQUAD = '370402102-squad';
export const CENTER = '370402102-center';
export const FAR_CENTER = '370402103-center';
export const DISTRICT_CENTER = '370402-center';
export const BUREAU = '370402-justice-bureau';
export const AGENCY = '370402-housing-agency';
export const COURT = '370402-court';
export const MEDICAL = '370402-medical';
export const PETITIONS = '370402-petition';
export const BRIGADE = '370402-brigade';
export const LEGAL_AID = '370402-legal-aid-center';
export const HEALTH = '370402-health-agency';

export const MEDIATING = [VILLAGE, NEIGHBOUR, FAR_VILLAGE, TOWNSHIP, OFFICE, ROOM, POLICE, AGENCY, COURT, MEDICAL];
export const GOVERNMENT = [CENTER, FAR_CENTER, DISTRICT_CENTER, BUREAU];
export const UNITS = [SQUAD, BRIGADE];
export const BODIES = [...MEDIATING, ...GOVERNMENT, ...UNITS, PETITIONS, LEGAL_AID, HEALTH];
