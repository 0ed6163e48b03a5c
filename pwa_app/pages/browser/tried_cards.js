/** @import { CardData, CardMark, CardOutcome, OwnCard } from "./finder_types" */
/** Cards the person has answered "Did it help?" for, under the names they have. */
import { useEffect, useMemo, useState } from "react";
import { best_card, tried_last } from "$/utils/logic/log_choices.js";
import { card_scores, in_order } from "$/utils/logic/ranking.js";

const DAY_MS = 86_400_000;

/** @type {CardData | null} */
let loaded = null;

/**
 * @param {CardOutcome[]} outcomes the newest first
 * @param {OwnCard[]} own
 * @param {CardMark[]} marks
 */
export function useTriedCards(outcomes, own, marks) {
  const [data, setData] = useState(loaded);
  const wanted = outcomes.length > 0;
  useEffect(() => {
    if (!wanted || loaded) return;
    void import("$/utils/pages/cards.json").then((cards) => {
      loaded = cards.default;
      setData(loaded);
    });
  }, [wanted]);
  return useMemo(() => answer(data, outcomes, own, marks), [data, outcomes, own, marks]);
}

/**
 * @param {CardData | null} data
 * @param {CardOutcome[]} outcomes
 * @param {OwnCard[]} own
 * @param {CardMark[]} marks
 */
function answer(data, outcomes, own, marks) {
  const mine = data?.words.mine ?? "";
  const cards = [
    ...(data?.cards ?? []),
    ...own.map(({ id, title }) => ({ id, title, href: `${mine}#own-${id}`, ease: 0, cautions: [] })),
  ];
  const names = Object.fromEntries(cards.map(({ id, title }) => [id, title]));
  const hidden = marks.filter((mark) => mark.hidden).map((mark) => mark.card);
  const fitting = cards.filter(({ id, cautions }) => !hidden.includes(id) && !cautions.some(isAvoided));
  const scores = card_scores(outcomes.map(aged), "");
  return {
    names,
    choices: tried_last(outcomes, names),
    best: best_card(in_order(fitting, scores), scores),
  };
}

/** @param {CardOutcome} outcome */
function aged({ card, helped, feeling, at }) {
  const days = Math.floor((Date.now() - Date.parse(at)) / DAY_MS);
  return { card, helped, feeling: feeling ?? "", days };
}

/** @param {string} caution */
function isAvoided(caution) {
  return document.documentElement.hasAttribute(`data-hide-${caution.replace("_", "-")}`);
}
