export type handler = () => void;
export function handle() {}
