/** Where the browser has it: https://tc39.es/proposal-temporal/. */
declare var Temporal: { Now: { timeZoneId(): string } } | undefined;
