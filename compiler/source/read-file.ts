// Reading of the project's files by the phases, which get the function from their caller.

/** The reason why an existing file cannot be read. */
export interface Unreadable {
  readonly unreadable: 'a folder' | 'neither a file nor a folder' | 'forbidden to read' | 'outside';
}

/** A missing file, and the names in its folder. */
export interface Missing {
  readonly beside: readonly string[];
}

/**
 * Reads a file by its path relative to the project, with `/` between folders; Missing, or undefined, if it does not exist.
 * @param within the folder that the file must be in, after symbolic links are followed
 */
export type ReadFile = (path: string, within?: string) => Uint8Array | string | Unreadable | Missing | undefined;
