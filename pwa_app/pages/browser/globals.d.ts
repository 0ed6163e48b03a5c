/** What country_redirect.py puts in front of own_lead.js. */
declare const ZONES: string;
declare const COUNTRIES: string[];
declare const ELSEWHERE: string;
declare const HELP: string;
declare const KEY: string;
declare function country_for(
  zone: string,
  zoneCountries: Record<string, string>,
  chosen: string,
  language: string,
): string;
declare function unpack_zone_countries(packed: string): Record<string, string>;
