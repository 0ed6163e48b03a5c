/** Stands in for Emotion: the policy forbids styles made in the browser, so React alone will do. */
export { createElement as jsx } from "react";
