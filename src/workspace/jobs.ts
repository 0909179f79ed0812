// What another core can be asked to do: see `Env.onAnotherCore`.
export { readRecordFiles } from "./read-record-files.ts";
