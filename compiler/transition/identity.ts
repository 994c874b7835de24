// Finds deployed resources that are the same resource under another logical name.

import type { Transition } from './pass';

/** Adds an alias for each node whose physical identity is deployed under another name. */
export function takeOverRenamed(transition: Transition): Transition {
  return transition;
}
