/** What a person looks for; an empty value asks for nothing. */
export interface Wanted {
  feeling: string;
  place: string;
  energy: string;
  minutes: string;
  have: string[];
}

/** One card, as `pwa_app/pages/card_data.py` writes it. */
export interface FinderCard {
  id: string;
  href: string;
  title: string;
  details: string;
  feelings: string[];
  places: string[];
  energy: string;
  needs: string[];
  least: number;
  ease: number;
  cautions: string[];
  text: string;
}

export interface CardData {
  cards: FinderCard[];
  words: {
    /** By feeling, "" for any: helped once, twice, and {count} times. */
    helped: Record<string, [string, string, string]>;
    misses: Record<string, string>;
    /** What stands in the line of an own card, and where own cards are. */
    own: string;
    mine: string;
  };
}

/** A card as a line of an answer; `note` says why it stands there. */
export interface Row {
  id: string;
  href: string;
  title: string;
  details: string;
  note: string;
  kinds: string;
}

export interface Answer {
  /** False when these are only the nearest. */
  exact: boolean;
  /** False when the typed words are in no card. */
  known: boolean;
  /** How many cards there are, and the first of them. */
  count: number;
  rows: Row[];
}

export interface FinderState extends Answer {
  ready: boolean;
  /** How many of the cards are shown at most. */
  limit: number;
  /** The cards could not be loaded. */
  broken: boolean;
  /** Whether `rows` answers what the person asked for. */
  active: boolean;
  /** Cards by feeling, where some have helped before. */
  lists: Record<string, Row[]>;
  picked: Row | null;
  /** The address of the filters, once the person wants to share them. */
  link: string;
  copied: boolean;
}

export interface CardMark {
  card: string;
  favourite?: number;
  hidden?: boolean;
}
export interface CardOutcome {
  card: string;
  at: string;
  helped: number;
  feeling?: string;
}
export interface OwnCard {
  id: string;
  title: string;
  steps?: string;
  feelings?: string[];
}

/** What the phone keeps about cards. */
export interface Kept {
  marks: CardMark[];
  outcomes: CardOutcome[];
  own: OwnCard[];
}
